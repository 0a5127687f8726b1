package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.api.RequestFault;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String ORDER = AlpacaClient.json(
            "symbol=IBM qty=1 side=buy type=limit limit_price=100 time_in_force=day client_order_id=f-1");
    private static final String LOOKUP = "/v2/orders:by_client_order_id?client_order_id=f-1";

    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void next(RequestFault fault) {
        kit.simulator.ask(venue -> {
            venue.requestFaults().add("POST", "/v2/orders", 0, 1, fault);
            return venue;
        });
    }

    @Test
    void shouldPlaceTheOrderAndLoseTheAnswer() throws Exception {
        next(RequestFault.lostAnswer());

        assertThatThrownBy(() -> kit.client.send("POST", "/v2/orders", ORDER, SHORT))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(kit.client.get(LOOKUP).status()).isEqualTo(200);
        assertThat(kit.client.post("/v2/orders", ORDER).at("message")).isEqualTo("client_order_id must be unique");
    }

    @Test
    void shouldLoseTheRequestItself() throws Exception {
        next(RequestFault.lostRequest());

        assertThatThrownBy(() -> kit.client.send("POST", "/v2/orders", ORDER, SHORT))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(kit.client.get(LOOKUP).at("message")).isEqualTo("order not found for f-1");
        assertThat(kit.client.post("/v2/orders", ORDER).status()).isEqualTo(200);
    }

    @Test
    void shouldFailBeforeAndAfterAcceptance() throws Exception {
        next(RequestFault.before(503, "<html>busy</html>"));
        Answer before = kit.client.post("/v2/orders", ORDER);
        int absent = kit.client.get(LOOKUP).status();
        next(RequestFault.after(504, "<html>late</html>"));
        Answer after = kit.client.post("/v2/orders", ORDER);

        assertThat(before.status()).isEqualTo(503);
        assertThat(absent).isEqualTo(404);
        assertThat(after.status()).isEqualTo(504);
        assertThat(after.body()).isEqualTo("<html>late</html>");
        assertThat(kit.client.get(LOOKUP).status()).isEqualTo(200);
    }

    @Test
    void shouldAnswerLateWithTheTruth() throws Exception {
        next(RequestFault.late(30));

        CompletableFuture<Answer> late = CompletableFuture.supplyAsync(this::post);
        for (int tries = 0; faultsTaken() == 0; tries++) {
            assertThat(tries).isLessThan(100_000);
        }
        boolean answeredEarly = late.isDone();
        kit.pass(Duration.ofMillis(30));

        assertThat(answeredEarly).isFalse();
        assertThat(late.get(20, TimeUnit.SECONDS).at("client_order_id")).isEqualTo("f-1");
    }

    private Answer post() {
        try {
            return kit.client.post("/v2/orders", ORDER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long faultsTaken() {
        return kit.simulator.<Long>ask(venue -> venue.requestFaults().taken());
    }

    @Test
    void shouldLetSomeRequestsPassFirst() throws Exception {
        kit.simulator.ask(venue -> {
            venue.requestFaults().add("GET", "/v2/clock", 1, 2, RequestFault.before(500, "{}"));
            return venue;
        });

        assertThat(kit.client.get("/v2/clock").status()).isEqualTo(200);
        assertThat(kit.client.get("/v2/clock").status()).isEqualTo(500);
        assertThat(kit.client.get("/v2/clock").status()).isEqualTo(500);
        assertThat(kit.client.get("/v2/clock").status()).isEqualTo(200);
    }
}
