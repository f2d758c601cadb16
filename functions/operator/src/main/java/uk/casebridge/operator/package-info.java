/** What the command line calls: papers, queues, dead letters, reconciliation. */
@NullMarked
package uk.casebridge.operator;

import org.jspecify.annotations.NullMarked;
