"""Users: list, make, read, change and delete them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.user import User, UserCollection, UserCollectionItem


class UserApi(Api[C]):
    """List, make, read, change and delete the users of the server.

    Airflow 3 has them where it uses the FAB auth manager; with another one these operations are refused, and say so.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete("/users/{username}", v2="/auth/fab/v1/users/{username}", since="2.2")
    def delete_user(self, username: str, **options: Unpack[Options]) -> Request[None]:
        """Delete a user.

        `DELETE /users/{username}`, since Airflow 2.2.

        - `username`: the name that the user logs in with.

        Returns nothing. Raises `NotFoundException`.
        """
        return Request(into=NoneType, path={"username": username}, options=options)

    delete_user_with_http_info = with_http_info(delete_user)
    delete_user_without_preload_content = without_preload_content(delete_user)

    @get("/users/{username}", v2="/auth/fab/v1/users/{username}", since="2.1")
    def get_user(self, username: str, **options: Unpack[Options]) -> Request[UserCollectionItem]:
        """Get one user.

        `GET /users/{username}`, since Airflow 2.1.

        - `username`: the name that the user logs in with. Airflow 2 finds none with a slash in it; `get_users` shows
          it.

        Returns a `UserCollectionItem`, without the password. Raises `NotFoundException`.
        """
        return Request(into=UserCollectionItem, path={"username": username}, options=options)

    get_user_with_http_info = with_http_info(get_user)
    get_user_without_preload_content = without_preload_content(get_user)

    @get("/users", v2="/auth/fab/v1/users", since="2.1")
    def get_users(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | None = None,
        **options: Unpack[Options],
    ) -> Request[UserCollection]:
        """List the users, one page at a time.

        `GET /users`, since Airflow 2.1.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), `first_name`, `last_name` or `email`; Airflow 2 sorts users ascending only.

        Returns a `UserCollection` with the total on all pages. Raises `BadRequestException` for no field to sort by.
        """
        query = {"limit": limit, "offset": offset, "order_by": order_by}
        return Request(into=UserCollection, query=query, options=options)

    get_users_with_http_info = with_http_info(get_users)
    get_users_without_preload_content = without_preload_content(get_users)
    iter_users = every(get_users, UserCollectionItem, "username")

    @patch("/users/{username}", v2="/auth/fab/v1/users/{username}", since="2.2")
    def patch_user(
        self,
        username: str,
        user: User | UserCollectionItem | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[UserCollectionItem]:
        """Change a user.

        `PATCH /users/{username}`, since Airflow 2.2.

        - `username`: the name that the user logs in with.
        - `user`: the new values; what `get_user` returns may be changed and sent. Airflow 2 wants `username`, `email`,
          `first_name` and `last_name`, whatever the mask is. `roles` are those that the user has then, no others.
        - `update_mask`: the fields to update, `["email"]`, all that are set by default.

        Returns the `UserCollectionItem` as it is then. Raises `NotFoundException`, `BadRequestException` for what is
        missing and for roles that do not exist, and `ConflictException` for a name or an e-mail that another user has.
        """
        return Request(
            into=UserCollectionItem,
            path={"username": username},
            query={"update_mask": update_mask},
            body=user,
            body_type=User,
            options=options,
        )

    patch_user_with_http_info = with_http_info(patch_user)
    patch_user_without_preload_content = without_preload_content(patch_user)

    @post("/users", v2="/auth/fab/v1/users", since="2.2")
    def post_user(self, user: User | Mapping[str, Any], **options: Unpack[Options]) -> Request[User]:
        """Make a user.

        `POST /users`, since Airflow 2.2.

        - `user`: the user; `username`, `email`, `first_name` and `last_name` are required. Without `roles` it has the
          one that the server gives to who registers, without a `password` it cannot log in with one.

        Returns the `User`, without the password. Raises `BadRequestException` for roles that do not exist, and
        `ConflictException` for a name or an e-mail that another user has.
        """
        return Request(into=User, body=user, body_type=User, options=options)

    post_user_with_http_info = with_http_info(post_user)
    post_user_without_preload_content = without_preload_content(post_user)
