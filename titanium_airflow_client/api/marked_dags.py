"""The operations of `DAGApi` on what people mark DAGs with: tags and favourites. All are of Airflow 3."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType

from ..operation import Api, C, get, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dag import DAGTagCollectionResponse


class MarkedDAGs(Api[C]):
    """A tag is the same for everybody; a favourite is one's own."""

    @post(v2="/dags/{dag_id}/favorite", since="3.1")
    def favorite_dag(self, dag_id: str, **options: Unpack[Options]) -> Request[None]:
        """Make a DAG a favourite of the user that asks.

        `POST /dags/{dag_id}/favorite`, since Airflow 3.1.

        - `dag_id`: the DAG ID.

        Returns nothing. Raises `NotFoundException`, and `ConflictException` when it is one already.
        """
        return Request(into=NoneType, path={"dag_id": dag_id}, options=options)

    favorite_dag_with_http_info = with_http_info(favorite_dag)
    favorite_dag_without_preload_content = without_preload_content(favorite_dag)

    @get(v2="/dagTags", since="3.0")
    def get_dag_tags(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        tag_name_pattern: str | None = None,
        tag_name_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGTagCollectionResponse]:
        """List the tags that DAGs have, each once, one page at a time.

        `GET /dagTags`, since Airflow 3.0.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `name` (the default), descending with a `-` before it.
        - `tag_name_pattern`: only tags with this text in them, in any case of letters; `%` and `_` are wildcards.
        - `tag_name_prefix_pattern`: only tags that begin with this text; since Airflow 3.2.2.

        Returns a `DAGTagCollectionResponse`. Raises `BadRequestException`.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "tag_name_pattern": tag_name_pattern,
            "tag_name_prefix_pattern": tag_name_prefix_pattern,
        }
        return Request(into=DAGTagCollectionResponse, query=query, options=options)

    get_dag_tags_with_http_info = with_http_info(get_dag_tags)
    get_dag_tags_without_preload_content = without_preload_content(get_dag_tags)
    iter_dag_tags = every(get_dag_tags, str)

    @post(v2="/dags/{dag_id}/unfavorite", since="3.1")
    def unfavorite_dag(self, dag_id: str, **options: Unpack[Options]) -> Request[None]:
        """Make a DAG no longer a favourite of the user that asks.

        `POST /dags/{dag_id}/unfavorite`, since Airflow 3.1.

        - `dag_id`: the DAG ID.

        Returns nothing. Raises `NotFoundException`, and `ConflictException` when it is none.
        """
        return Request(into=NoneType, path={"dag_id": dag_id}, options=options)

    unfavorite_dag_with_http_info = with_http_info(unfavorite_dag)
    unfavorite_dag_without_preload_content = without_preload_content(unfavorite_dag)
