package org.peercoaching.session;

import java.util.ArrayList;
import java.util.List;

/** All orders in which things can come. */
public final class Orders {

    private Orders() {}

    /** Every distinct order of some things; equal things are interchangeable. */
    public static <T> List<List<T>> of(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : things.stream().distinct().toList()) {
            List<T> rest = new ArrayList<>(things);
            rest.remove(first);
            for (List<T> order : of(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
