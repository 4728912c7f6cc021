// The scenario with the client of ogen: every answer has its own type.
package main

import (
	"context"
	"fmt"
	"os"

	"scenario/wuts"
)

type token string

func (t token) Token(context.Context, wuts.OperationName) (wuts.Token, error) {
	return wuts.Token{Token: string(t)}, nil
}

func clientOf(name string) *wuts.Client {
	client, err := wuts.NewClient(os.Getenv("WUTS_URL"), token(os.Getenv(name)))
	must(err == nil, "a client", err)
	return client
}

func must(ok bool, what string, got any) {
	if !ok {
		fmt.Fprintf(os.Stderr, "%s: got %#v\n", what, got)
		os.Exit(1)
	}
}

// as gives an answer its type, or ends the scenario.
func as[T any, R any](what string) func(R, error) T {
	return func(answer R, err error) T {
		must(err == nil, what, err)
		typed, ok := any(answer).(T)
		must(ok, what, answer)
		return typed
	}
}

func main() {
	ctx := context.Background()
	me, other := clientOf("WUTS_TOKEN"), clientOf("WUTS_OTHER_TOKEN")
	people := []wuts.ParticipantId{"5511777777777", "5500000000403"}

	made := as[*wuts.CreateGroupAnswer, wuts.CreateGroupRes]("createGroup")(me.CreateGroup(ctx, &wuts.CreateGroup{Name: "Made by a client", Participants: people}))
	jid := made.Group.Jid
	refused := 0
	for _, row := range made.Group.Participants {
		if row.Error.Value == 403 && len(row.AddRequest.Value.Code) == 16 {
			refused++
		}
	}
	must(refused == 1, "one row is refused", made.Group.Participants)

	one := wuts.Participants{"5511666666666"}
	rows := as[*wuts.ParticipantRows, wuts.AddGroupParticipantsRes]("add")(me.AddGroupParticipants(ctx, &wuts.AddParticipants{Participants: one}, wuts.AddGroupParticipantsParams{Jid: jid}))
	must(!rows.Participants[0].IsAdmin, "added", rows)
	promote := &wuts.AddParticipants{Participants: one, Action: wuts.NewOptAction(wuts.ActionPromote)}
	rows = as[*wuts.ParticipantRows, wuts.AddGroupParticipantsRes]("promote")(me.AddGroupParticipants(ctx, promote, wuts.AddGroupParticipantsParams{Jid: jid}))
	must(rows.Participants[0].IsAdmin, "promoted", rows)

	before := as[*wuts.InviteLinkAnswer, wuts.GetGroupInviteLinkRes]("link")(me.GetGroupInviteLink(ctx, wuts.GetGroupInviteLinkParams{Jid: jid}))
	after := as[*wuts.ResetInviteLinkAnswer, wuts.ResetGroupInviteLinkRes]("reset")(me.ResetGroupInviteLink(ctx, wuts.ResetGroupInviteLinkParams{Jid: jid}))
	must(before.InviteLink != after.InviteLink, "another link", after)

	community := as[*wuts.CreateCommunityAnswer, wuts.CreateCommunityRes]("createCommunity")(me.CreateCommunity(ctx, &wuts.CreateCommunity{Name: "Community"}))
	parent := community.Community.Jid.Value
	child := &wuts.ChildGroup{GroupJid: jid}
	as[*wuts.Success, wuts.LinkGroupRes]("linkGroup")(me.LinkGroup(ctx, child, wuts.LinkGroupParams{Jid: parent}))
	as[*wuts.Success, wuts.UnlinkGroupRes]("unlinkGroup")(me.UnlinkGroup(ctx, child, wuts.UnlinkGroupParams{Jid: parent}))

	join := wuts.NewJoinByLinkJoinGroup(wuts.JoinByLink{Link: string(before.InviteLink)})
	as[*wuts.GoneError, wuts.JoinGroupRes]("410")(other.JoinGroup(ctx, join))
	as[*wuts.NotFoundError, wuts.GetGroupRes]("404")(me.GetGroup(ctx, wuts.GetGroupParams{Jid: "120363999999999999@g.us"}))
	// The client itself refuses an empty name, so the mock is asked what only it knows.
	double := &wuts.UpdateGroup{Topic: wuts.NewOptTopic("one"), Description: wuts.NewOptTopic("other")}
	invalid := as[*wuts.BadRequestError, wuts.UpdateGroupRes]("400")(me.UpdateGroup(ctx, double, wuts.UpdateGroupParams{Jid: jid}))
	must(invalid.Validation[0].Field == "description", "the field", invalid)

	as[*wuts.Success, wuts.LeaveGroupRes]("leaveGroup")(me.LeaveGroup(ctx, wuts.LeaveGroupParams{Jid: jid}))
	fmt.Println("carried out")
}
