package client

import (
	"encoding/json"
	"math"
	"testing"
)

const file = `{"@odata.type":"#microsoft.graph.fileAttachment","id":"1","name":"a.txt","isInline":false,"contentBytes":"AAEC","unheardOf":[1]}`

func decoded[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	check(t, json.Unmarshal([]byte(text), &v))
	return v
}

func TestBaseKeepsDerived(t *testing.T) {
	a := decoded[Attachment](t, file)
	equal(t, a.Name, "a.txt")
	equalJSON(t, a, file)
	equalJSON(t, &a, file)
	equalJSON(t, []Attachment{a}, "["+file+"]")

	f, err := As[FileAttachment](a)
	check(t, err)
	equal(t, f.ContentBytes, []byte{0, 1, 2})
	equal(t, f.ID, "1")
	equalJSON(t, f, file)
	f, err = As[FileAttachment](&a)
	check(t, err)
	equal(t, f.ID, "1")
}

// A decoded value that is changed and encoded contains the changes, including
// cleared properties.
func TestBaseChangedAfterDecoding(t *testing.T) {
	a := decoded[Attachment](t, file)
	a.Name, a.IsInline = "b.txt", nil
	equalJSON(t, a, `{"@odata.type":"#microsoft.graph.fileAttachment","id":"1","name":"b.txt","contentBytes":"AAEC","unheardOf":[1]}`)
	f, err := As[FileAttachment](a)
	check(t, err)
	equal(t, f.Name, "b.txt")

	// Decoding into a value removes its earlier undeclared properties.
	check(t, json.Unmarshal([]byte(`{"id":"2"}`), &a))
	equal(t, a.AdditionalProperties, Extra(nil))
}

func TestUpcast(t *testing.T) {
	f := FileAttachment{ContentBytes: []byte{0, 1, 2}}
	f.Name = "a.txt" // no @odata.type set: upcasting sets it
	a := f.AsAttachment()
	equal(t, a.ODataType, "#microsoft.graph.fileAttachment")
	equalJSON(t, a, `{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.txt","contentBytes":"AAEC"}`)
	a.Name = "b.txt"
	back, err := As[FileAttachment](a)
	check(t, err)
	equal(t, back.Name, "b.txt")
	equal(t, back.ContentBytes, f.ContentBytes)

	m := EventMessage{AdditionalProperties: Extra{"n": json.RawMessage("{")}}
	_, err = json.Marshal(m.AsMessage()) // the error of AsMessage is returned by encoding
	wantText(t, err, "derived type", "JSON")
	_, err = As[EventMessage](m.AsMessage())
	wantText(t, err, "derived type")
}

const event = `{"@odata.type":"#microsoft.graph.eventMessage","id":"1","categories":["x"],"subject":"Hi","meetingMessageType":"none","location":{"a":1}}`

func TestMidLevel(t *testing.T) {
	item := decoded[OutlookItem](t, event)
	equal(t, item.ID, "1")
	equalJSON(t, item, event)

	m, err := As[Message](item) // an eventMessage is a message
	check(t, err)
	equal(t, m.ID+m.Subject, "1Hi")
	equalJSON(t, m, event)

	e, err := As[EventMessage](m)
	check(t, err)
	equal(t, e.ID+e.Subject+e.MeetingMessageType, "1Hinone")
	equal(t, e.AdditionalProperties, Extra{"location": json.RawMessage(`{"a":1}`)})
	e.AdditionalProperties["more"] = json.RawMessage("null")
	e.Subject = "Changed"
	changed := `{"@odata.type":"#microsoft.graph.eventMessage","id":"1","categories":["x"],"subject":"Changed","meetingMessageType":"none","location":{"a":1},"more":null}`
	equalJSON(t, e, changed)
	equalJSON(t, e.AsMessage(), changed)
	equalJSON(t, e.AsOutlookItem(), changed)
	equalJSON(t, e.AsMessage().AsOutlookItem(), changed)

	_, err = As[EventMessage](decoded[OutlookItem](t, `{"@odata.type":"microsoft.graph.message"}`))
	wantText(t, err, "is a #microsoft.graph.message, not a #microsoft.graph.eventMessage")
	_, err = As[FileAttachment](item)
	wantText(t, err, "not a #microsoft.graph.fileAttachment")
	_, err = As[Message](decoded[OutlookItem](t, `{"subject":7}`))
	wantText(t, err, "subject")
}

func TestKeepNothingTwice(t *testing.T) {
	// encoding/json ignores case, so "ID" is a declared property and is not kept.
	a := decoded[Attachment](t, `{"ID":"1","NAME":"x","contentbytes":"AA=="}`)
	equalJSON(t, a, `{"id":"1","name":"x","contentbytes":"AA=="}`)
	a = decoded[Attachment](t, `{"id":"1","id":"2","u":1,"u":2,"name":null}`)
	equalJSON(t, a, `{"id":"2","u":2}`)

	// A declared property in the map is ignored in favor of the struct's field.
	e := EventMessage{AdditionalProperties: Extra{"subject": json.RawMessage(`"map"`), "x": json.RawMessage("1")}}
	e.Subject = "field"
	equalJSON(t, e, `{"subject":"field","x":1}`)
	equalJSON(t, EventMessage{AdditionalProperties: Extra{"x": nil}}, `{"x":null}`)
	equalJSON(t, EventMessage{AdditionalProperties: Extra{"subject": json.RawMessage(`"map"`)}}, `{}`)
	equalJSON(t, EventMessage{}, `{}`)
}

// TestKeepSent checks that a caller can send a property that no type declares, with
// the field of the type or of the type that it embeds.
func TestKeepSent(t *testing.T) {
	const want = `{"@odata.type":"#microsoft.graph.fileAttachment","name":"a","user@odata.bind":"u","x":1}`
	extra := Extra{"user@odata.bind": json.RawMessage(`"u"`), "x": json.RawMessage("1")}
	base := Attachment{Name: "a", AdditionalProperties: extra}
	equalJSON(t, FileAttachment{Attachment: base}.AsAttachment(), want)
	equalJSON(t, FileAttachment{Attachment: Attachment{Name: "a"}, AdditionalProperties: extra}.AsAttachment(), want)
	base.AdditionalProperties = Extra{"x": json.RawMessage("2"), "y": json.RawMessage("3")}
	equalJSON(t, FileAttachment{Attachment: base, AdditionalProperties: extra}, `{"name":"a","user@odata.bind":"u","x":1,"y":3}`)
}

func TestKeepOddInput(t *testing.T) {
	for _, bad := range []string{`[]`, `5`, `{"id":5}`, `{"id":`} {
		var a Attachment
		if json.Unmarshal([]byte(bad), &a) == nil {
			t.Errorf("%s: no error", bad)
		}
	}
	equalJSON(t, decoded[Attachment](t, `null`), `{}`)
	equalJSON(t, decoded[Attachment](t, `{"":1,"-":2,"extra":3}`), `{"":1,"-":2,"extra":3}`)
}

func TestAsAnything(t *testing.T) {
	a := decoded[Attachment](t, file)
	all, err := As[map[string]any](a)
	check(t, err)
	equal(t, (*all)["contentBytes"], any("AAEC"))
	raw, err := As[json.RawMessage](a)
	check(t, err)
	equalJSON(t, raw, file)
	user, err := As[User](json.RawMessage(`{"id":"7"}`)) // a property whose type is not documented
	check(t, err)
	equal(t, user.ID, "7")
	for _, none := range []any{nil, (*Attachment)(nil), json.RawMessage(nil)} {
		_, err = As[User](none)
		wantText(t, err, "no value")
	}
	_, err = As[User](math.NaN())
	wantText(t, err, "NaN")
}

func FuzzKeep(f *testing.F) {
	f.Add(event)
	f.Add(`{"ſubject":1,"\u0000":{}}`)
	f.Fuzz(func(t *testing.T, text string) {
		var m, again Message
		if json.Unmarshal([]byte(text), &m) != nil {
			return
		}
		data, err := json.Marshal(m)
		check(t, err)
		check(t, json.Unmarshal(data, &again))
		second, err := json.Marshal(again)
		check(t, err)
		equalJSON(t, json.RawMessage(second), string(data))
	})
}
