package plan

import (
	"testing"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

func TestPageName(t *testing.T) {
	tests := []struct {
		file, title, route, typ, want string
	}{
		// A leading verb is no resource.
		{"get-vessel-by-id", "Get vessel by ID", "GET /api/vessels/{id}", "", "Vessel.GetByID"},
		{"isolate-vessel", "Isolate vessel", "POST /api/vessels/{id}/isolate", "", "Vessel.Isolate"},
		{"moor-vessel-api", "Moor vessel API", "POST /api/vessels/{id}/moor", "", "Vessel.Moor"},
		{"get-vessels", "List vessels API", "GET /api/vessels", "", "Vessel.List"},
		{"list-vessels", "List vessels", "GET /api/vessels", "", "Vessel.List"},
		{"get-a-list-of-vessels", "Get a list of vessels", "GET /v1/vessels", "", "Vessel.List"},
		{"get-the-list-of-crews-for-a-vessel", "Get the list of crews for a vessel", "GET /v1/vessels/{id}/crews", "", "Crew.ListForVessel"},
		{"get-a-vessel-s-papers", "Get a vessel's papers", "GET /v1/vessels/{id}/papers", "", "Vessel.GetPapers"},
		{"get-all-of-a-vessel-s-papers", "Get all of a vessel's papers", "GET /v1/vessels/{id}/papers", "", "Vessel.GetAllPapers"},
		{"get-vessel-mooring-state", "Get vessel mooring state", "GET /v1/vessels/{id}/mooring", "", "Vessel.GetMooringState"},
		{"get-legal-owner-profile", "Get the legal owner profile", "GET /v1/profiles/legalowner", "", "LegalOwner.GetProfile"},
		{"get-cargo-notice-by-id", "Get cargo notice", "GET /api/cargonotices/{id}", "cargoNotice", "CargoNotice.GetByID"},
		{"get-mooring-for-vessel-class", "Get mooring", "GET /v1/moorings", "", "Mooring.GetForVesselClass"},
		{"haul-a-boat", "Hauling", "POST /v1/boats/{id}/out", "", "Boat.Haul"},
		{"upload-a-list-of-buoys-for-the-specified-vessel", "Upload a list of buoys", "POST /v1/vessels/{id}/buoys", "", "Buoy.UploadForVessel"},
		{"create-a-berth", "Create a berth", "POST /v1/berths", "", "Berth.Create"},
		{"post-berth", "Create berth", "POST /v1/berths", "", "Berth.Create"},
		{"remove-crew-member-from-a-watch", "Remove crew member", "DELETE /v1/crews/{id}/watches/{id}", "", "Crew.RemoveMemberFromWatch"},
		{"isolate", "Isolate vessel", "POST /api/vessels/{id}/isolate", "", "Vessel.Isolate"},
		{"vessels#get-a-vessel-by-name", "Get a vessel by name", "GET /v1/vessels", "", "Vessel.GetByName"},
		// Question words, adjectives and verbs are no resource.
		{"check-which-papers-are-assigned-to-a-pilot", "Get papers of a pilot", "GET /v1/pilots/{id}/papers", "", "Paper.CheckAssignedToPilot"},
		{"list-overdue-berth-fees", "List overdue berth fees", "GET /v1/berths/{id}/fees", "", "Fee.ListOverdueBerth"},
		{"get-a-list-of-early-departure-slots", "Get a list of early departure slots", "GET /v1/vessels/{id}/departures", "", "Departure.ListEarlySlots"},
		{"cancel-spare-moorings", "Cancel spare moorings", "PATCH /v1/bookings/{id}", "", "Booking.CancelSpareMoorings"},
		{"cancel-spare-moorings", "Cancel spare moorings", "POST /v1/bookings/{id}/cancel", "", "Booking.CancelSpareMoorings"},
		{"purchase-an-add-on-to-a-berth", "Purchase an add-on to a berth", "PATCH /v1/bookings/{id}", "", "Booking.PurchaseAddOnToBerth"},
		{"verify-foreign-pilot-exam-status", "Verify a foreign pilot's state", "GET /v1/authority/{name}/licencestatus", "", "LicenceStatus.VerifyForeignPilotExam"},
		{"get-rough-sailing-advice", "Get advice about the sea", "GET /v1/seastates/{id}", "seaReport", "SeaReport.GetRoughSailingAdvice"},
		{"restrict-cargo-access", "Restrict access", "POST /v1/vessels/{id}/restrictCargoAccess", "", "Vessel.RestrictCargoAccess"},
		{"collect-voyage-papers", "Collect voyage papers", "POST /v1/vessels/{id}/collectVoyagePapers", "", "Vessel.CollectVoyagePapers"},
		{"add-or-remove-vessel-flags", "Add or remove vessel flags", "POST /v1/vessels/{id}/flags", "", "Vessel.AddOrRemoveFlags"},
		{"find-out-which-vessels-are-moored", "Find out which vessels are moored", "GET /v1/vessels/moored", "", "Vessel.FindOutMoored"},
		{"checkout-a-vessel", "Checkout a voyage", "POST /v1/crews/{id}/checkout/vessels/{id}", "", "Vessel.Checkout"},
		{"check-ballast", "Check the ballast of a ship", "POST /v1/checkBallast", "", "Ballast.Check"},
		{"get-a-record-of-gate-openings-by-pilot", "Get a record of the gate", "GET /v1/gaterecords", "", "GateRecord.GetForGateOpeningsByPilot"},
		{"get-final-stamp-of-vessel-contract", "Get the stamp", "GET /v1/vessels/{id}/stampedContract", "stampedVesselContractState", "VesselContract.GetFinalStamp"},
		{"request-pilot-meeting", "Retrieve a meeting point URL", "GET /v1/vessels/meetingpoints", "", "MeetingPoint.RetrieveURL"},
		{"get-cargoline-items", "Get cargo line items", "GET /v1/cargos/{id}/lineitems", "", "CargolineItem.List"},
		{"set-crew-watches-for-a-vessel", "Set crew watches", "POST /v1/watchplans/{id}/crewmembers", "", "Crew.SetWatchesForVessel"},
		{"create-a-new-berth-for-the-specified-vessel", "Create a new berth", "POST /v1/vessels/{id}/berths", "", "Berth.CreateForVessel"},
		// A resource may have the name of a verb.
		{"list-get", "Get list", "GET /sites/{id}/lists/{id}", "list", "List.Get"},
		{"list-create", "Create a new list", "POST /sites/{id}/lists", "list", "List.Create"},
		{"post-reply", "post: reply", "POST /groups/{id}/posts/{id}/reply", "", "Post.Reply"},
		{"vessel-get", "Get vessel", "GET /vessels/{id}", "vessel", "Vessel.Get"},
		{"vessel-list-crews", "List crews", "GET /vessels/{id}/crews", "crew", "Vessel.ListCrews"},
		// A first word that is not on the page says nothing.
		{"acme_vessel_get", "Get vessels", "GET /vessels({id})", "", "Vessel.Get"},
		{"acme_create_vessels", "Create vessels", "POST /vessels", "", "Vessel.Create"},
		{"acme_vesselclasses_get", "Get vessel classes", "GET /vesselClasses", "", "VesselClass.Get"},
		{"acme-vessel-list-crews", "List crews of a vessel", "GET /vessels/{id}/crews", "", "Vessel.ListCrews"},
		{"api-vessels-list", "List vessels API", "GET /api/v1/vessels/", "", "Vessel.List"},
		{"api-pilot-notes-update", "Update pilot notes", "POST /api/v1/notes/{id}", "", "PilotNote.Update"},
		{"user-post-events", "Create event", "POST /events", "", "User.CreateEvent"},
		{"quayroot-list-cranes", "List cranes", "GET /quay/cranes", "", "QuayRoot.ListCranes"},
	}
	for _, tt := range tests {
		op := testOperation(tt.file, tt.title, tt.route)
		if tt.typ != "" {
			op.Responses = []ir.Response{{Status: 200, Type: ir.TypeRef{Name: "m." + tt.typ}}}
		}
		n := Options{}.nameOperation(op)
		if got := exported(n.service) + "." + exported(n.method); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.file, got, tt.want)
		}
	}
}

func testOperation(file, title, route string) *ir.Operation {
	op := &ir.Operation{Name: file, Page: ir.Page{Title: title}}
	words := gocode.Words(route[:6])
	path, _ := ir.ParsePath(route[len(words[0])+1:])
	op.Routes = []ir.Route{{Method: words[0], Path: path}}
	return op
}

// TestConfiguredNames checks the prefix and the namespace of the configuration.
func TestConfiguredNames(t *testing.T) {
	op := testOperation("harbour_crane_get", "Get a crane of the harbour", "GET /harbour/cranes/{id}")
	for prefix, want := range map[string]string{"": "Harbour.CraneGet", "harbour": "Crane.Get", "Harbour_": "Crane.Get", "quay_": "Harbour.CraneGet"} {
		n := Options{Prefix: prefix}.nameOperation(op)
		if got := exported(n.service) + "." + exported(n.method); got != want {
			t.Errorf("prefix %q: %s, want %s", prefix, got, want)
		}
	}
	for _, tt := range []struct{ namespace, wire, want string }{
		{"", "crane", "Crane"},
		{"", "port.crane", "Crane"},
		{"", "port.quay.crane", "Crane"},
		{"", "port.quay.heavy.crane", "HeavyCrane"},
		{"port", "port.crane", "Crane"},
		{"port", "port.quay.crane", "QuayCrane"},
		{"port", "other.crane", "OtherCrane"},
		{"port.quay", "port.crane", "PortCrane"},
	} {
		types := &types{opts: &Options{Namespace: tt.namespace}}
		if got := types.goName(tt.wire); got != tt.want {
			t.Errorf("namespace %q: %s is %s, want %s", tt.namespace, tt.wire, got, tt.want)
		}
	}
}
