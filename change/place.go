package change

import "strings"

// withPlaces returns the items of an API with the places that methods accept in place
// of the unexported methods that decide it.
func (a API) withPlaces() API {
	having := map[[2]string][]string{} // package and method → functions that return places
	for _, i := range a {
		if i.Kind == placeMethod {
			name, _, _ := strings.Cut(i.Name, ".")
			key := [2]string{i.Package, i.Text}
			having[key] = append(having[key], strings.ToUpper(name[:1])+name[1:])
		}
	}
	out := API{}
	for key, i := range a {
		switch i.Kind {
		case placeMethod:
		case placeDemanded:
			for _, place := range having[[2]string{i.Package, i.Text}] {
				reader{out, i.Package}.add(Place, i.Name+"."+place, "")
			}
		default:
			out[key] = i
		}
	}
	return out
}
