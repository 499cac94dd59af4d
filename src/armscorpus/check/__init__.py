"""What is wrong with the figures of new articles, by themselves and beside a corpus. Pure: claims in, problems out."""
