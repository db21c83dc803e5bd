package org.openmembership.examples.backoffice;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who asks the server for pages without a browser, and reads what comes back as text. */
record Visitor(RunningShop shop) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form as the page at {@code page} would: with its token and key. */
    HttpResponse<String> send(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        String shown = get(page).body();
        StringBuilder body = new StringBuilder(encoded(fields));
        for (String hidden : new String[] {"token", "key", "version"}) {
            Matcher found = Pattern.compile("name=\"" + hidden + "\" value=\"([^\"]*)\"")
                    .matcher(shown);
            if (found.find() && !fields.containsKey(hidden)) {
                body.append('&').append(encoded(Map.of(hidden, found.group(1))));
            }
        }
        return post(action, body.toString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Registers somebody at the counter and proves the address; answers with the page of the customer. */
    String member(String first, String email) throws IOException, InterruptedException {
        Map<String, String> form =
                Map.of("firstName", first, "lastName", "Member", "email", email, "acceptedTerms", "yes");
        String waiting = location(send("/register", "/register", form)).replaceFirst("\\?.*", "");
        String code = PagesTest.found(mailTo(email), "<code>(\\d+)</code>");
        return location(send(waiting, waiting + "/verify", Map.of("code", code)))
                .replaceFirst("\\?.*", "");
    }

    /** The latest message to an address, and all that came before it to anybody. */
    String mailTo(String email) throws IOException, InterruptedException {
        String outbox = get("/outbox").body();
        return outbox.substring(outbox.indexOf(email));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop.address() + path));
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
