// The scenario with the client of oapi-codegen: a field for every status that is documented.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"scenario/wuts"
)

func clientOf(name string) *wuts.ClientWithResponses {
	sign := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv(name))
		return nil
	}
	client, err := wuts.NewClientWithResponses(os.Getenv("WUTS_URL"), wuts.WithRequestEditorFn(sign))
	must(err == nil, "a client", err)
	return client
}

func must(ok bool, what string, got any) {
	if !ok {
		fmt.Fprintf(os.Stderr, "%s: got %#v\n", what, got)
		os.Exit(1)
	}
}

// done gives an answer, or ends the scenario.
func done[R any](answer R, err error) R {
	must(err == nil, "an answer", err)
	return answer
}

func main() {
	ctx := context.Background()
	me, other := clientOf("WUTS_TOKEN"), clientOf("WUTS_OTHER_TOKEN")
	people := []wuts.ParticipantId{"5511777777777", "5500000000403"}

	made := done(me.CreateGroupWithResponse(ctx, wuts.CreateGroup{Name: "Made by a client", Participants: people})).JSON201
	must(made != nil, "createGroup", made)
	jid := made.Group.Jid
	refused := 0
	for _, row := range made.Group.Participants {
		if row.Error != nil && *row.Error == 403 && len(row.AddRequest.Code) == 16 {
			refused++
		}
	}
	must(refused == 1, "one row is refused", made.Group.Participants)

	one := wuts.Participants{"5511666666666"}
	rows := done(me.AddGroupParticipantsWithResponse(ctx, jid, wuts.AddParticipants{Participants: one})).JSON200
	must(rows != nil && !rows.Participants[0].IsAdmin, "added", rows)
	promote := wuts.ActionPromote
	rows = done(me.AddGroupParticipantsWithResponse(ctx, jid, wuts.AddParticipants{Participants: one, Action: &promote})).JSON200
	must(rows != nil && rows.Participants[0].IsAdmin, "promoted", rows)

	before := done(me.GetGroupInviteLinkWithResponse(ctx, jid)).JSON200
	after := done(me.ResetGroupInviteLinkWithResponse(ctx, jid)).JSON200
	must(before != nil && after != nil && before.InviteLink != after.InviteLink, "another link", after)

	community := done(me.CreateCommunityWithResponse(ctx, wuts.CreateCommunity{Name: "Community"})).JSON201
	must(community != nil && community.Community.Jid != nil, "createCommunity", community)
	parent := *community.Community.Jid
	must(done(me.LinkGroupWithResponse(ctx, parent, wuts.ChildGroup{GroupJid: jid})).JSON200 != nil, "linkGroup", parent)
	must(done(me.UnlinkGroupWithResponse(ctx, parent, wuts.ChildGroup{GroupJid: jid})).JSON200 != nil, "unlinkGroup", parent)

	var join wuts.JoinGroup
	must(join.FromJoinByLink(wuts.JoinByLink{Link: before.InviteLink}) == nil, "a body", join)
	gone := done(other.JoinGroupWithResponse(ctx, join)).JSON410
	must(gone != nil && gone.ErrorCode == "GONE", "410", gone)
	unknown := done(me.GetGroupWithResponse(ctx, "120363999999999999@g.us")).JSON404
	must(unknown != nil && unknown.ErrorCode == "NOT_FOUND", "404", unknown)
	invalid := done(me.CreateGroupWithResponse(ctx, wuts.CreateGroup{Name: "", Participants: people})).JSON400
	must(invalid != nil && (*invalid.Validation)[0].Field == "name", "400", invalid)

	must(done(me.LeaveGroupWithResponse(ctx, jid)).JSON200 != nil, "leaveGroup", jid)
	fmt.Println("carried out")
}
