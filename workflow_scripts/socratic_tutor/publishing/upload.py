"""The staged folders to the hub: shown always, uploaded only on an explicit word and with a token."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, read_json, sha256_of
from socratic_tutor.provenance import redact
from socratic_tutor.publishing.checks import check_publishable

TOKEN = "HF_TOKEN"
log = logging.getLogger(__name__)


def publish(*, staged: Path, upload: bool, private: bool) -> None:
    """List what is staged and, with `upload`, make the repositories and put the files there, one commit each.

    staged: the JSON that `staging.stage` wrote. The address is HF_ENDPOINT's or the hub's own. Files are
    checked against the list again before anything is sent. Raises InputError without a token, for a file that
    was changed since, and when the hub refuses; repositories finished before stay as they are.
    """
    repositories = read_json(staged)["repositories"]
    for repository in repositories:
        total = sum(file["bytes"] for file in repository["files"].values())
        log.info(
            "%s %s: %d files, %s bytes",
            repository["kind"],
            repository["id"],
            len(repository["files"]),
            f"{total:,}",
        )
        for name, file in repository["files"].items():
            log.info("  %s  %s  %s", file["sha256"][:16], f"{file['bytes']:>12,}", name)
    if not upload:
        log.info("Nothing was uploaded: set publishing.upload to true to do so.")
        return
    token = os.environ.get(TOKEN)
    if not token:
        raise InputError(f"publish: {TOKEN} is not set in the environment, so nothing was uploaded")
    for repository in repositories:
        _check_unchanged(staged.parent / repository["folder"], repository["files"])
    check_publishable(staged.parent)
    for repository in repositories:
        _upload(repository, staged.parent, token, private=private)


def _check_unchanged(folder: Path, files: dict[str, dict[str, Any]]) -> None:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(found ^ set(files)):
        raise InputError(
            f"{folder / name}: is not as it was staged; stage it again: snakemake stage_publication -f"
        )
    for name, file in files.items():
        if sha256_of(folder / name) != file["sha256"]:
            raise InputError(
                f"{folder / name}: was changed since it was staged\nsnakemake stage_publication -f"
            )


def _upload(repository: dict[str, Any], folder: Path, token: str, *, private: bool) -> None:
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    api, where = HfApi(token=token), {"repo_id": repository["id"], "repo_type": repository["kind"]}
    try:
        api.create_repo(**where, private=private, exist_ok=True)
        api.upload_folder(
            **where,
            folder_path=folder / repository["folder"],
            allow_patterns=list(repository["files"]),
            commit_message="Publish from the workflow",
        )
    except (HfHubHTTPError, OSError) as error:
        reason = redact(" ".join(str(error).split()))[:300].replace(token, "[redacted]")
        raise InputError(f"publish: {repository['id']} was not uploaded: {reason}") from None
    log.info("%s: uploaded", repository["id"])
