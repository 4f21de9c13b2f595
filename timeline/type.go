package timeline

// A Type is what kind of event an event is.
type Type string

// The types that the code must tell apart from the others; the rest are only named in Types.
const (
	Designation Type = "designation"
	Testimony   Type = "testimony"
	Meeting     Type = "meeting"
	Statement   Type = "statement"
)

// Types lists all types, in the order in which they are shown to people.
var Types = []struct {
	Type Type
	Is   string // what it is, in one line
}{
	{Designation, "a formal naming, listing, labelling or declaration of status"},
	{Testimony, "speaking to a parliament, a committee, a court or an inquiry"},
	{Meeting, "people come together or talk directly: meeting, summit, talks, visit, call"},
	{Statement, "an attributed act of saying in public"},
	{"order", "an executive act: order, directive, decree, authorization, pardon"},
	{"legislation", "a step of a bill, rule, resolution or constitutional change"},
	{"ruling", "a court's or tribunal's decision, verdict, sentence, injunction"},
	{"legal", "a step of a case or inquiry short of a ruling: suit, charge, arrest, subpoena"},
	{"sanction", "an imposed restriction: sanctions, tariffs, a ban, an embargo, expulsion"},
	{"agreement", "deal, treaty, accord, ceasefire, joining or leaving one"},
	{"personnel", "appointed, nominated, confirmed, sworn in, resigned, dismissed, removed"},
	{"election", "an election, primary, referendum, its result, a candidacy begun or ended"},
	{"report", "a report, assessment, study, leak or investigation result is published"},
	{"military", "strike, deployment, withdrawal, exercise, operation, invasion"},
	{"protest", "demonstration, strike, march, occupation"},
	{"incident", "attack, crash, disaster, outbreak, death: what policy reacts to"},
}

// Known says whether t is one of Types.
func (t Type) Known() bool {
	for _, row := range Types {
		if row.Type == t {
			return true
		}
	}
	return false
}

// A Modality is how surely an event is a fact.
type Modality string

// The modalities.
const (
	Actual  Modality = "actual"
	Planned Modality = "planned" // scheduled, ordered, promised, ahead of the publication date
	Alleged Modality = "alleged" // the source reports it and does not vouch for it
	Denied  Modality = "denied"  // said not to have happened, or ruled out
)

// Modalities lists them all.
var Modalities = []Modality{Actual, Planned, Alleged, Denied}

// A Basis is the ground on which an event has its date.
type Basis string

// The bases.
const (
	Explicit    Basis = "explicit"    // a calendar date with its year in the text
	Relative    Basis = "relative"    // resolved against the publication date or another date
	Narrative   Basis = "narrative"   // taken from a neighbouring event
	Publication Basis = "publication" // nothing but the publication date
	NoBasis     Basis = "none"
)

// Bases lists them all.
var Bases = []Basis{Explicit, Relative, Narrative, Publication, NoBasis}

// A Role is the part that a Party has in an event.
type Role string

// The roles. Agent, speaker and participant act; the others are acted on, spoken to or spoken of.
const (
	Agent       Role = "agent"
	Speaker     Role = "speaker"
	Participant Role = "participant"
	Target      Role = "target"
	Audience    Role = "audience"
)

// Roles lists them all.
var Roles = []Role{Agent, Speaker, Participant, Target, Audience}

// A Kind is what a Party is.
type Kind string

// The kinds.
const (
	Person   Kind = "person"
	Body     Kind = "body" // an organisation, office or court
	Place    Kind = "place"
	Group    Kind = "group" // people without an organisation: "protesters"
	Document Kind = "document"
	Other    Kind = "other"
)

// Kinds lists them all.
var Kinds = []Kind{Person, Body, Place, Group, Document, Other}
