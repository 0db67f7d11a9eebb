"""Import errors: DAG files that fail to import."""

from __future__ import annotations

from collections.abc import Sequence

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.import_error import ImportError, ImportErrorCollection


class ImportErrorApi(Api[C]):
    """List and read import errors.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/importErrors/{import_error_id}")
    def get_import_error(self, import_error_id: int, **options: Unpack[Options]) -> Request[ImportError]:
        """Get one import error.

        `GET /importErrors/{import_error_id}`.

        - `import_error_id`: the import error ID.

        Returns an `ImportError`. Raises `NotFoundException`.
        """
        return Request(into=ImportError, path={"import_error_id": import_error_id}, options=options)

    get_import_error_with_http_info = with_http_info(get_import_error)
    get_import_error_without_preload_content = without_preload_content(get_import_error)

    @get("/importErrors")
    def get_import_errors(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        filename_pattern: str | None = None,
        filename_prefix_pattern: str | None = None,
        filename: str | None = None,
        bundle_name: str | None = None,
        **options: Unpack[Options],
    ) -> Request[ImportErrorCollection]:
        """List the import errors, one page at a time.

        `GET /importErrors`.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `import_error_id` (the default), `timestamp` or `filename`, descending with a `-` before it; since
          Airflow 2.1, and several since 3.1.
        - `filename_pattern`: only files with this text in their path, in any case of letters; since Airflow 3.1.
        - `filename_prefix_pattern`: only files whose path begins with this text; since Airflow 3.2.2.
        - `filename`, `bundle_name`: only this file, only files of this bundle; since Airflow 3.3.

        Returns an `ImportErrorCollection` with the total on all pages. Raises `BadRequestException` for no field to
        sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "filename_pattern": filename_pattern,
            "filename_prefix_pattern": filename_prefix_pattern,
            "filename": filename,
            "bundle_name": bundle_name,
        }
        return Request(into=ImportErrorCollection, query=query, options=options)

    get_import_errors_with_http_info = with_http_info(get_import_errors)
    get_import_errors_without_preload_content = without_preload_content(get_import_errors)
    iter_import_errors = every(get_import_errors, ImportError, "import_error_id")
