"""`titanium demo`."""
import typer
app = typer.Typer()
@app.command()
def demo() -> None:
    """Take a tour through the API against a real Airflow."""
