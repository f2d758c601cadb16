package uk.casebridge.local.resource;

import java.util.Map;

/**
 * A resource once made: what {@code Ref} and {@code Fn::GetAtt} of it give.
 *
 * @param ref what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives, by attribute
 */
public record Made(String ref, Map<String, String> attributes) {}
