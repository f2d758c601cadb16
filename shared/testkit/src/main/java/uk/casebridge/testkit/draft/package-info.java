/** What a made-up paper says, before it is laid out. */
@NullMarked
package uk.casebridge.testkit.draft;

import org.jspecify.annotations.NullMarked;
