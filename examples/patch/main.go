// Patch creates a user, sets some of its properties and clears one.
//
// It shows how to update objects. In a body that creates an object, a property
// with the zero value is not sent. In an update, a property can be changed, cleared
// or left unchanged, so it has the type [graph.Opt]: [graph.Set] changes it,
// [graph.Null] clears it, and an unset property is not sent.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	graph "github.com/mdwire/mdwire/golden/v1"
)

func main() {
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, client *graph.Client, w io.Writer) error {
	created, err := client.User().Create(ctx, graph.User{
		AccountEnabled:    new(true), // a pointer, so that false can be sent
		DisplayName:       "Ines Moreau",
		MailNickname:      "ines",
		UserPrincipalName: "ines@example.com",
		JobTitle:          "Engineer",
		Department:        "Bridges",
		MobilePhone:       "+47 555 0100",
		PasswordProfile:   &graph.PasswordProfile{Password: "change-me-2Day"},
	})
	if err != nil {
		return err
	}

	err = client.User().Update(ctx, graph.AtUsers(created.ID), graph.UserUpdateBody{
		AccountEnabled: graph.Set(false),
		JobTitle:       graph.Set("Chief engineer"),
		MobilePhone:    graph.Null[string](),
		// Department is unset and does not change.
	})
	if err != nil {
		return err
	}

	// An update returns no value, so read the user again.
	user, err := client.User().Get(ctx, graph.AtUsers(created.ID),
		graph.Select("accountEnabled", "jobTitle", "department", "mobilePhone"))
	if err != nil {
		return err
	}
	enabled := user.AccountEnabled != nil && *user.AccountEnabled
	fmt.Fprintf(w, "enabled %t, %s, %s, phone %q\n", enabled, user.JobTitle, user.Department, user.MobilePhone)
	return nil
}
