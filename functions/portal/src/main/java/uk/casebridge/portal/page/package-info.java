/** What each page shows, ready to print: the templates only lay it out. */
@NullMarked
package uk.casebridge.portal.page;

import org.jspecify.annotations.NullMarked;
