"""Operations that take Airflow 3 more than other words: each a generator that asks step by step.

A recipe is given the `Call`, and yields from `ask` (one more request, its JSON), `last` (the request whose answer is
that of the whole call) or returns `result` (an answer made here). An error of the server ends it, and is the call's.
"""
