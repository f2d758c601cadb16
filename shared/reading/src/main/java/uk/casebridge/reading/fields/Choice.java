package uk.casebridge.reading.fields;

import uk.casebridge.domain.kind.FieldSpec;

/** A label with the one field it stands for here. */
record Choice(FieldSpec spec, Occurrence occurrence, boolean certain, int member) {}
