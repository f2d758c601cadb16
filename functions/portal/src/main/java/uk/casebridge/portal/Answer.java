package uk.casebridge.portal;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the browser gets.
 *
 * @param status the HTTP status
 * @param headers the headers, names in lower case; no value holds a line break
 * @param cookies the cookies to set, whole lines
 * @param body the body
 * @param binary whether the body is not text
 */
record Answer(int status, Map<String, String> headers, List<String> cookies, Bytes body, boolean binary) {

    /** A body; a class of its own, since records compare arrays by identity. */
    record Bytes(String base64) {
        static Bytes of(byte[] bytes) {
            return new Bytes(Base64.getEncoder().encodeToString(bytes));
        }

        static Bytes of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        }
    }

    Answer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
        headers.values().forEach(Answer::refuseLineBreaks);
        cookies.forEach(Answer::refuseLineBreaks);
    }

    static Answer html(int status, String html) {
        return new Answer(status, Map.of("content-type", "text/html; charset=utf-8"), List.of(), Bytes.of(html), false);
    }

    static Answer json(int status, String json) {
        return new Answer(status, Map.of("content-type", "application/json"), List.of(), Bytes.of(json), false);
    }

    static Answer of(byte[] bytes, String mediaType, boolean binary) {
        return new Answer(200, Map.of("content-type", mediaType), List.of(), Bytes.of(bytes), binary);
    }

    /** Go and see there, by GET. */
    static Answer seeOther(String location) {
        return new Answer(303, Map.of("location", location), List.of(), Bytes.of(""), false);
    }

    Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, cookies, body, binary);
    }

    /** With a header, unless it is there already. */
    Answer withDefault(String name, String value) {
        return headers.containsKey(name) ? this : withHeader(name, value);
    }

    Answer withCookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Answer(status, headers, more, body, binary);
    }

    Answer withoutBody() {
        return new Answer(status, headers, cookies, Bytes.of(""), false);
    }

    /** As the gateway takes it, payload format 2.0. */
    APIGatewayV2HTTPResponse toResponse() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withCookies(cookies)
                .withBody(binary ? body.base64() : body.text())
                .withIsBase64Encoded(binary)
                .build();
    }

    private static void refuseLineBreaks(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A header holds a line break");
        }
    }
}
