// The scenario with the Go client of openapi-generator: an error carries the model of its status.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"scenario/wuts"
)

func must(ok bool, what string, got any) {
	if !ok {
		fmt.Fprintf(os.Stderr, "%s: got %#v\n", what, got)
		os.Exit(1)
	}
}

func done[R any](answer R, _ *http.Response, err error) R {
	must(err == nil, "an answer", err)
	return answer
}

// refused gives the model of an error, or ends the scenario.
func refused[M any, R any](_ R, _ *http.Response, err error) M {
	var failure *wuts.GenericOpenAPIError
	must(errors.As(err, &failure), "an error", err)
	model, ok := failure.Model().(M)
	must(ok, "a typed error", failure.Model())
	return model
}

func main() {
	configuration := wuts.NewConfiguration()
	configuration.Servers = wuts.ServerConfigurations{{URL: os.Getenv("WUTS_URL")}}
	client := wuts.NewAPIClient(configuration)
	me := context.WithValue(context.Background(), wuts.ContextAccessToken, os.Getenv("WUTS_TOKEN"))
	other := context.WithValue(context.Background(), wuts.ContextAccessToken, os.Getenv("WUTS_OTHER_TOKEN"))
	groups, communities := client.GroupsAPI, client.CommunitiesAPI
	people := []string{"5511777777777", "5500000000403"}

	made := done(groups.CreateGroup(me).CreateGroup(*wuts.NewCreateGroup("Made by a client", people)).Execute())
	jid := made.Group.Jid
	failed := 0
	for _, row := range made.Group.Participants {
		if row.Error != nil && *row.Error == 403 && len(row.AddRequest.Code) == 16 {
			failed++
		}
	}
	must(failed == 1, "one row is refused", made.Group.Participants)

	add := wuts.NewAddParticipants([]string{"5511666666666"})
	rows := done(groups.AddGroupParticipants(me, jid).AddParticipants(*add).Execute())
	must(!rows.Participants[0].IsAdmin, "added", rows)
	add.SetAction(wuts.PROMOTE)
	rows = done(groups.AddGroupParticipants(me, jid).AddParticipants(*add).Execute())
	must(rows.Participants[0].IsAdmin, "promoted", rows)

	before := done(groups.GetGroupInviteLink(me, jid).Execute())
	after := done(groups.ResetGroupInviteLink(me, jid).Execute())
	must(before.InviteLink != after.InviteLink, "another link", after)

	community := done(communities.CreateCommunity(me).CreateCommunity(*wuts.NewCreateCommunity("Community")).Execute())
	parent, child := community.Community.GetJid(), *wuts.NewChildGroup(jid)
	done(communities.LinkGroup(me, parent).ChildGroup(child).Execute())
	done(communities.UnlinkGroup(me, parent).ChildGroup(child).Execute())

	join := wuts.JoinByLinkAsJoinGroup(wuts.NewJoinByLink(before.InviteLink))
	refused[wuts.GoneError](groups.JoinGroup(other).JoinGroup(join).Execute())
	refused[wuts.NotFoundError](groups.GetGroup(me, "120363999999999999@g.us").Execute())
	invalid := refused[wuts.BadRequestError](groups.CreateGroup(me).CreateGroup(*wuts.NewCreateGroup("", people)).Execute())
	must(invalid.Validation[0].Field == "name", "the field", invalid)

	done(groups.LeaveGroup(me, jid).Execute())
	fmt.Println("carried out")
}
