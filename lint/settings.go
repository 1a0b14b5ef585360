package lint

// Settings are what a configuration may tell rules.
type Settings struct {
	// RequiredKeys lists what front matter must hold; each entry is a key
	// with the names that will do instead.
	RequiredKeys [][]string
	// AllowedHosts are the hosts that examples may call, besides the API's own:
	// a name, or "*.name" for all below it.
	AllowedHosts []string
	// Permissions are the names of all permissions there are; nil when the
	// list is not known.
	Permissions map[string]bool
}

// DefaultSettings returns what rules go by when nobody told them better.
func DefaultSettings() *Settings {
	return &Settings{
		// Other entries are the names that a key had in other years.
		RequiredKeys: [][]string{
			{"title"},
			{"description"},
			{"author"},
			{"doc_type"},
			{"ms.prod", "ms.subservice"},
		},
		// Apps of documentation live on contoso.com; uploads and downloads go
		// to the hosts of the stores.
		AllowedHosts: []string{"graph.microsoft.com", "*.contoso.com", "contoso.com", "*.sharepoint.com", "*.1drv.com", "*.example.com", "example.com", "localhost"},
	}
}
