"""Records as a person or another program reads them: terminal tables in French typography, JSON, CSV."""
