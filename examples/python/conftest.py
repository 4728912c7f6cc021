"""A WUTS for tests: one mock for the whole run, and a world of its own for each test."""

import json
import os
import subprocess
import tempfile
import time
import urllib.request

import pytest

# In a project: npx wuts-mock. WUTS_MOCK names another command, such as one of a clone.
COMMAND = os.environ.get("WUTS_MOCK", "npx wuts-mock").split()


@pytest.fixture(scope="session")
def mock():
    """Where the mock is: url, control, docs, health, accounts."""
    with tempfile.TemporaryDirectory() as folder:
        ready = os.path.join(folder, "ready.json")
        process = subprocess.Popen([*COMMAND, "--port", "0", "--seed", "1", "--quiet", "--ready-file", ready])
        try:
            deadline = time.monotonic() + 30
            while not os.path.exists(ready):
                assert process.poll() is None, "the mock did not start"
                assert time.monotonic() < deadline, "the mock was not ready within 30 seconds"
                time.sleep(0.05)
            with open(ready) as file:
                yield json.load(file)
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture
def wuts(mock):
    """A world of its own: call it as the API, or control it with other people, time and faults."""
    made = request("POST", f"{mock['control']}/worlds", None, {})
    world = World(mock, made["world"], made["accounts"][0])
    yield world
    request("DELETE", world.control, None)


class World:
    def __init__(self, mock, name, account):
        self.url = mock["url"]
        self.token = account["token"]
        self.phone = account["phone"]
        self.control = f"{mock['control']}/worlds/{name}"

    def call(self, method, path, body=None):
        return request(method, self.url + path, self.token, body)

    def drive(self, method, path, body=None):
        return request(method, self.control + path, None, body)


def request(method, url, token, body=None):
    """The JSON of an answer; its status is under "status"."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    sent = urllib.request.Request(url, data, headers, method=method)
    try:
        with urllib.request.urlopen(sent, timeout=10) as answer:
            return {**json.load(answer), "status": answer.status}
    except urllib.error.HTTPError as error:
        return {**json.load(error), "status": error.code}
