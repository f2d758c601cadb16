/** CloudFormation templates: read, their intrinsic functions resolved, every property accounted for. */
@NullMarked
package uk.casebridge.local.template;

import org.jspecify.annotations.NullMarked;
