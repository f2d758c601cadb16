/** The engines that stand in for AWS services, each on loopback only. */
@NullMarked
package uk.casebridge.local.engine;

import org.jspecify.annotations.NullMarked;
