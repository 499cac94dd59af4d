"""Records in the forms that other programs read: JSON Lines, CSV, Parquet, RDF and QuickStatements."""
