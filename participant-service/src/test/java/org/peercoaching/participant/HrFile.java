package org.peercoaching.participant;

import java.util.ArrayList;
import java.util.List;

/** Writes files of people as an HR system would. */
public final class HrFile {

    /** The first line. */
    public static final String HEADER =
            "external_id,login,name,email,org_unit,manager_external_id,level,time_zone,languages,strengths,growth_areas,availability";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    /** A file without people. */
    public static HrFile empty() {
        return new HrFile();
    }

    /** A file of people at the top of the organization. */
    public static HrFile of(String... people) {
        HrFile file = new HrFile();
        for (String person : people) {
            file.person(person, "");
        }
        return file;
    }

    /** Adds a person, whose login and external id derive from the name. */
    public HrFile person(String name, String manager) {
        return row(row(name, manager));
    }

    /** Adds any line. */
    public HrFile row(String line) {
        lines.add(line);
        return this;
    }

    /** A good line. */
    public static String row(String name, String manager) {
        return "hr-%1$s,%1$s,%1$s Example,%1$s@example.org,/engineering,%2$s,5,Europe/Berlin,de|en,giving-feedback:4,delegation:2,MON 09:00-12:00|TUE 13:00-15:00"
                .formatted(name, manager.isEmpty() ? "" : "hr-" + manager);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
