"""One question per file, in the order of the report."""

ALL = (
    "imports",
    "first_get",
    "decode",
    "held",
    "call",
    "all_pages",
    "pages_at_once",
    "threads",
    "awaited",
    "request_body",
    "page_to_json",
    "page_to_dict",
)
