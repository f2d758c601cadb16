/**
 * DynamoDB Local, alone in its module so that it can be replaced. Its licence is AWS's own and not open source: it is
 * used as AWS documents it, as a Maven dependency resolved on the user's machine, for development and tests only,
 * started in the documented way, with telemetry off, and is never part of anything deployed or passed on.
 */
@NullMarked
package uk.casebridge.localtable;

import org.jspecify.annotations.NullMarked;
