package org.peercoaching.local.issuer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people of the demonstration organization, all of them participants, and the few named
 * accounts with other roles. Who stands in both files has the roles of both.
 */
public final class Accounts {

    private static final String NAMED = "/accounts.csv";
    private static final String PEOPLE = "/demonstration/people.csv";

    private final Map<String, Account> byLogin;

    Accounts(Collection<Account> accounts) {
        byLogin =
                accounts.stream()
                        .collect(
                                Collectors.toMap(
                                        Account::login,
                                        account -> account,
                                        Accounts::both,
                                        LinkedHashMap::new));
    }

    /** Reads both files from the class path. */
    static Accounts demonstration() {
        List<Account> accounts = read(NAMED, Accounts::named);
        accounts.addAll(read(PEOPLE, Accounts::person));
        return new Accounts(accounts);
    }

    /** The account of a login. */
    public Optional<Account> find(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    /** All of them, those with other roles first. */
    public Collection<Account> all() {
        return byLogin.values();
    }

    private static Account named(NamedCsvRecord row) {
        return new Account(
                row.getField("login"),
                row.getField("name"),
                listed(row.getField("roles")),
                List.copyOf(listed(row.getField("units"))));
    }

    private static Account person(NamedCsvRecord row) {
        String login = row.getField("login");
        return new Account(
                login, row.findField("name").orElse(login), Set.of(Account.PARTICIPANT), List.of());
    }

    private static List<Account> read(String resource, Function<NamedCsvRecord, Account> mapping) {
        try (InputStream file = Accounts.class.getResourceAsStream(resource)) {
            if (file == null) {
                return new ArrayList<>();
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder()
                            .ofNamedCsvRecord(
                                    new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return rows.stream().map(mapping).collect(Collectors.toCollection(ArrayList::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> listed(String field) {
        return Arrays.stream(field.split(" "))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Account both(Account first, Account second) {
        Set<String> roles = new LinkedHashSet<>(first.roles());
        roles.addAll(second.roles());
        return new Account(first.login(), first.name(), roles, first.units());
    }
}
