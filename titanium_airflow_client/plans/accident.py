"""What a pattern matches by accident. No I/O.

Airflow looks for the text anywhere in the ID, in any case of letters; `_` stands for any character, `%` for any text.
"""

from __future__ import annotations

import re


def accidental(pattern: str, dag_ids: list[str]) -> dict[str, str]:
    """Which of the IDs that match a pattern may not be meant, and why.

    Where a DAG has the very ID, no other is meant. Else those are that have the text as whole words, as it is written.
    """
    wanted = pattern.split("|")
    if "~" in wanted:
        return {}
    exact = set(wanted) & set(dag_ids)
    reasons = {dag_id: reason(wanted, exact, dag_id) for dag_id in dag_ids}
    return {dag_id: why for dag_id, why in reasons.items() if why}


def reason(wanted: list[str], exact: set[str], dag_id: str) -> str:
    """Why an ID may not be meant; empty where it is."""
    if dag_id in exact:
        return ""
    if within := [text for text in wanted if re.search(loose(text), dag_id, re.IGNORECASE)]:
        wanted = within  # it is there because of these alone
    if any(text not in exact and re.search(strict(text), dag_id) for text in wanted):
        return ""
    text = next((text for text in wanted if text not in exact), wanted[0])
    if text in exact:
        return f"there is a DAG that is called {text}"
    if re.search(loose(text), dag_id):
        return f"{text} is only a part of a word in it"
    if re.search(loose(text), dag_id, re.IGNORECASE):
        return f"it has {text} in another case of letters"
    return f"_ in {text} stands for any character"


def loose(text: str) -> str:
    """The text anywhere, with `%` for any text."""
    return ".*".join(map(re.escape, text.split("%")))


def strict(text: str) -> str:
    """The text as whole words: no letter or digit goes on where it begins or ends, unless `%` says so."""
    begin = "" if text.startswith("%") else r"(?<![^\W_])"
    end = "" if text.endswith("%") else r"(?![^\W_])"
    return begin + loose(text.strip("%")) + end
