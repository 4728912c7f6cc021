"""The scenario with the Python client of openapi-generator: an error carries the model of its status."""
import os

import wuts
from wuts.models.join_by_link import JoinByLink


def api_of(token: str) -> tuple[wuts.GroupsApi, wuts.CommunitiesApi]:
    client = wuts.ApiClient(wuts.Configuration(host=os.environ["WUTS_URL"], access_token=token))
    return wuts.GroupsApi(client), wuts.CommunitiesApi(client)


groups, communities = api_of(os.environ["WUTS_TOKEN"])
other, _ = api_of(os.environ["WUTS_OTHER_TOKEN"])
people = ["5511777777777", "5500000000403"]

made = groups.create_group(wuts.CreateGroup(name="Made by a client", participants=people))
jid = made.group.jid
refused = next(row for row in made.group.participants if row.error == 403)
assert refused.add_request and len(refused.add_request.code) == 16

one = ["5511666666666"]
added = groups.add_group_participants(jid, wuts.AddParticipants(participants=one))
assert not added.participants[0].is_admin
promoted = groups.add_group_participants(jid, wuts.AddParticipants(participants=one, action=wuts.Action.PROMOTE))
assert promoted.participants[0].is_admin

before = groups.get_group_invite_link(jid).invite_link
assert groups.reset_group_invite_link(jid).invite_link != before

parent = communities.create_community(wuts.CreateCommunity(name="Community", participants=[])).community.jid
assert parent
assert communities.link_group(parent, wuts.ChildGroup(group_jid=jid)).success
assert communities.unlink_group(parent, wuts.ChildGroup(group_jid=jid)).success

try:
    other.join_group(wuts.JoinGroup(JoinByLink(link=before)))
    raise AssertionError("the link was reset")
except wuts.ApiException as error:
    assert error.status == 410 and error.data and error.data.error_code == "GONE", error
try:
    groups.get_group("120363999999999999@g.us")
    raise AssertionError("there is no such group")
except wuts.ApiException as error:
    assert error.status == 404 and error.data and error.data.error_code == "NOT_FOUND", error
try:
    groups.update_group(jid, wuts.UpdateGroup(topic="one", description="other"))
    raise AssertionError("topic and description differ")
except wuts.ApiException as error:
    assert error.status == 400 and error.data and error.data.validation[0].var_field == "description", error

assert groups.leave_group(jid).success
print("carried out")
