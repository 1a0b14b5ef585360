package lint

// Settings are the settings of rules.
type Settings struct {
	// RequiredKeys lists the keys that front matter must have; each entry is a
	// key and its alternatives.
	RequiredKeys [][]string
	// AllowedHosts are the hosts that examples may call, each a name, or
	// "*.name" for its subdomains.
	AllowedHosts []string
	// Permissions are the names of all permissions; nil if they are not known.
	Permissions map[string]bool
}

// DefaultSettings returns the settings that are used without a configuration
// file.
func DefaultSettings() *Settings {
	return &Settings{
		// The alternatives are names that a key had in other years.
		RequiredKeys: [][]string{
			{"title"},
			{"description"},
			{"author"},
			{"doc_type"},
			{"ms.prod", "ms.subservice"},
		},
		// Sample apps use contoso.com and example.com; uploads and downloads use
		// the hosts of the file stores.
		AllowedHosts: []string{"graph.microsoft.com", "*.contoso.com", "contoso.com", "*.sharepoint.com", "*.1drv.com", "*.example.com", "example.com", "localhost"},
	}
}
