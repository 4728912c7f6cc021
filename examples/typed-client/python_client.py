"""The scenario with the client of openapi-python-client: every answer has its own type."""
import os

from wuts_groups_and_communities_client import AuthenticatedClient
from wuts_groups_and_communities_client.api.communities import create_community, link_group, unlink_group
from wuts_groups_and_communities_client.api.groups import (
    add_group_participants,
    create_group,
    get_group,
    get_group_invite_link,
    join_group,
    leave_group,
    reset_group_invite_link,
)
from wuts_groups_and_communities_client.models import (
    Action,
    AddParticipants,
    BadRequestError,
    ChildGroup,
    CreateCommunity,
    CreateCommunityAnswer,
    CreateGroup,
    CreateGroupAnswer,
    GoneError,
    InviteLinkAnswer,
    JoinByLink,
    NotFoundError,
    ParticipantRows,
    ResetInviteLinkAnswer,
    Success,
)


def client_of(token: str) -> AuthenticatedClient:
    return AuthenticatedClient(base_url=os.environ["WUTS_URL"], token=token)


me = client_of(os.environ["WUTS_TOKEN"])
other = client_of(os.environ["WUTS_OTHER_TOKEN"])

people = ["5511777777777", "5500000000403"]
made = create_group.sync(client=me, body=CreateGroup(name="Made by a client", participants=people))
assert isinstance(made, CreateGroupAnswer)
jid = made.group.jid
refused = next(row for row in made.group.participants if row.error == 403)
assert refused.add_request and len(refused.add_request.code) == 16

added = add_group_participants.sync(jid, client=me, body=AddParticipants(participants=["5511666666666"]))
assert isinstance(added, ParticipantRows) and not added.participants[0].is_admin
promoted = add_group_participants.sync(
    jid, client=me, body=AddParticipants(participants=["5511666666666"], action=Action.PROMOTE)
)
assert isinstance(promoted, ParticipantRows) and promoted.participants[0].is_admin

before = get_group_invite_link.sync(jid, client=me)
after = reset_group_invite_link.sync(jid, client=me)
assert isinstance(before, InviteLinkAnswer) and isinstance(after, ResetInviteLinkAnswer)
assert before.invite_link != after.invite_link

community = create_community.sync(client=me, body=CreateCommunity(name="Community", participants=[]))
assert isinstance(community, CreateCommunityAnswer) and isinstance(community.community.jid, str)
parent = community.community.jid
assert isinstance(link_group.sync(parent, client=me, body=ChildGroup(group_jid=jid)), Success)
assert isinstance(unlink_group.sync(parent, client=me, body=ChildGroup(group_jid=jid)), Success)

assert isinstance(join_group.sync(client=other, body=JoinByLink(link=before.invite_link)), GoneError)
assert isinstance(get_group.sync("120363999999999999@g.us", client=me), NotFoundError)
invalid = create_group.sync(client=me, body=CreateGroup(name="", participants=people))
assert isinstance(invalid, BadRequestError) and invalid.validation and invalid.validation[0].field == "name"

assert isinstance(leave_group.sync(jid, client=me), Success)
print("carried out")
