package org.peercoaching.local.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connection strings that differ only in their database. */
final class MongoUri {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<server>mongodb(?:\\+srv)?://(?<login>[^/?]*@)?[^/?]+)(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");

    private MongoUri() {}

    /**
     * The same server, user and options, another database.
     *
     * @throws IllegalArgumentException if it is no connection string
     */
    static String withDatabase(String uri, String database) {
        Matcher matcher = FORM.matcher(uri);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "MONGODB_URI is not a connection string such as mongodb://localhost:27017");
        }
        String options = matcher.group("options") == null ? "" : matcher.group("options");
        if (matcher.group("login") != null && !options.contains("authSource=")) {
            // The user is looked up in the database of the path unless this says otherwise.
            String users =
                    matcher.group("database") == null || matcher.group("database").isEmpty()
                            ? "admin"
                            : matcher.group("database");
            options = (options.isEmpty() ? "" : options + "&") + "authSource=" + users;
        }
        return matcher.group("server") + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }
}
