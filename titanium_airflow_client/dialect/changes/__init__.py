"""How Airflow 3 must be asked, one domain of the API per file: `CHANGES` and `RECIPES`, by operation."""
