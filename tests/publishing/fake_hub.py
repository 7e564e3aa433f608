"""As much of the hub's API as an upload needs: repositories, large files by LFS, commits."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Hub:
    """What was received. refuse: status to answer every commit with, 0 for none."""

    token: str
    address: str = ""
    refuse: int = 0
    repositories: dict[str, dict[str, Any]] = field(default_factory=dict)
    objects: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)


@contextmanager
def fake_hub(token: str) -> Iterator[Hub]:
    hub = Hub(token)

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def answer(self, value: Any, status: int = 200) -> None:
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                pieces = b""
                while size := int(self.rfile.readline(), 16):
                    pieces += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return pieces
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def do_PUT(self) -> None:
            content = self.body()
            hub.objects[hashlib.sha256(content).hexdigest()] = content
            self.answer({})

        def do_GET(self) -> None:
            self.answer({"error": "not found"}, 404)

        def do_POST(self) -> None:
            body = self.body()
            hub.requests.append(self.path)
            if self.headers.get("Authorization") != f"Bearer {hub.token}":
                self.answer({"error": "unauthorized"}, 401)
            elif self.path == "/api/repos/create":
                asked = json.loads(body)
                name = "/".join(part for part in (asked.get("organization"), asked["name"]) if part)
                hub.repositories[name] = asked
                self.answer({"url": f"{hub.address}/{name}", "id": name})
            elif self.path == "/api/validate-yaml":
                self.answer({"errors": [], "warnings": []})
            elif re.search(r"/preupload/main", self.path):
                files = json.loads(body)["files"]
                modes = [
                    {
                        "path": file["path"],
                        "uploadMode": "lfs" if file["path"].endswith(".safetensors") else "regular",
                        "shouldIgnore": False,
                    }
                    for file in files
                ]
                self.answer({"files": modes})
            elif self.path.endswith("/info/lfs/objects/batch"):
                objects = json.loads(body)["objects"]
                actions = [
                    {**one, "actions": {"upload": {"href": f"{hub.address}/objects/{one['oid']}"}}}
                    for one in objects
                ]
                self.answer({"transfer": "basic", "objects": actions})
            elif re.search(r"/commit/main", self.path) and hub.refuse:
                self.answer({"error": f"no, {hub.token}"}, hub.refuse)
            elif found := re.match(r"/api/(?:models|datasets)/([^/]+/[^/]+)/commit/main", self.path):
                stored = hub.files.setdefault(found.group(1), {})
                for line in body.decode().splitlines():
                    change = json.loads(line)
                    if change["key"] == "file":
                        stored[change["value"]["path"]] = base64.b64decode(change["value"]["content"])
                    elif change["key"] == "lfsFile":
                        stored[change["value"]["path"]] = hub.objects[change["value"]["oid"]]
                url = f"{hub.address}/{found.group(1)}/commit/1"
                self.answer({"success": True, "commitOid": "1" * 40, "commitUrl": url, "hookOutput": ""})
            else:
                self.answer({"error": f"unknown {self.path}"}, 404)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
