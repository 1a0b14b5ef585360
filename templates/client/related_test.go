package client

import (
	"encoding/json"
	"testing"
)

// mailbox has relationships like a generated type.
type mailbox struct {
	Owner    Related[*User]     `json:"owner,omitzero"`
	Messages Related[[]Message] `json:"messages,omitzero"`
}

func TestRelatedReceived(t *testing.T) {
	var m mailbox
	text := `{"owner":{"id":"1","beyond":[1.50]},"messages":[{"id":"2"},{"id":"3","subject":"a"}]}`
	check(t, json.Unmarshal([]byte(text), &m))
	owner, err := Expanded(m.Owner)
	check(t, err)
	equal(t, owner.ID, "1")
	messages, err := Expanded(m.Messages)
	check(t, err)
	equal(t, len(messages), 2)
	equal(t, messages[1].Subject, "a")
	again, err := json.Marshal(m)
	check(t, err)
	equal(t, string(again), text)
}

func TestRelatedAbsent(t *testing.T) {
	for text, want := range map[string]string{`{}`: `{}`, `{"owner":null,"messages":null}`: `{"owner":null,"messages":null}`} {
		var m mailbox
		check(t, json.Unmarshal([]byte(text), &m))
		owner, err := Expanded(m.Owner)
		check(t, err)
		messages, err := Expanded(m.Messages)
		check(t, err)
		if owner != nil || messages != nil {
			t.Errorf("%s: got %v, %v; want nil, nil", text, owner, messages)
		}
		again, err := json.Marshal(m)
		check(t, err)
		equal(t, string(again), want)
	}
}

func TestRelatedOther(t *testing.T) {
	var m mailbox
	check(t, json.Unmarshal([]byte(`{"owner":5}`), &m))
	_, err := Expanded(m.Owner)
	wantText(t, err, "number")
}

func TestRelate(t *testing.T) {
	given := []Message{{Subject: "a"}}
	m := mailbox{Messages: Relate(given)}
	got, err := Expanded(m.Messages)
	check(t, err)
	equal(t, got[0].Subject, "a")
	data, err := json.Marshal(m)
	check(t, err)
	equal(t, string(data), `{"messages":[{"subject":"a"}]}`)
	data, err = json.Marshal(mailbox{Owner: Relate[*User](nil)})
	check(t, err)
	equal(t, string(data), `{"owner":null}`)
}
