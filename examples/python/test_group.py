"""What a test of a bot in Python looks like."""


def test_a_member_is_added(wuts):
    group = wuts.call("POST", "/groups", {"name": "Launch", "participants": ["5511777777777"]})["group"]
    wuts.call("POST", f"/groups/{group['jid']}/participants", {"participants": ["5511666666666"]})
    assert wuts.call("GET", f"/groups/{group['jid']}")["group"]["members_count"] == 3


def test_each_test_has_a_world_of_its_own(wuts):
    assert wuts.call("GET", "/groups")["groups"] == []


def test_somebody_whom_nobody_may_add_is_invited(wuts):
    answer = wuts.call("POST", "/groups", {"name": "Launch", "participants": ["5511777777777", "5500000000403"]})
    rows = {row["jid"]: row for row in answer["group"]["participants"]}
    assert rows["5500000000403@s.whatsapp.net"]["error"] == 403


def test_a_call_that_is_throttled(wuts):
    wuts.drive("POST", "/faults", {"operation": "listGroups", "status": 429})
    assert wuts.call("GET", "/groups")["status"] == 429
    assert wuts.call("GET", "/groups")["status"] == 200


def test_three_days_go_by(wuts):
    before = wuts.drive("GET", "/clock")["now"]
    after = wuts.drive("PATCH", "/clock", {"advance_seconds": 3 * 24 * 3600})["now"]
    assert before < after
