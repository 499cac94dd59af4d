"""The reason why something cannot be read, raised where the name of its file is not known."""


class UnreadableError(Exception):
    """What is wrong with an article or its metadata; `read_articles` turns it into an ArticleError."""
