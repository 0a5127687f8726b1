package io.lockstep.gateway.binance.execution.error;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.reference.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // products | status | code | text | fate | recovery
                "both|0|0|-|UNKNOWN|ASK",
                "both|500|-1006|An unexpected response was received|UNKNOWN|ASK",
                "both|500|-1007|Timeout waiting for response from backend server.|UNKNOWN|ASK",
                "both|408|0|-|UNKNOWN|ASK",
                "both|500|-1000|An unknown error occurred|UNKNOWN|ASK",
                "both|502|0|-|UNKNOWN|ASK",
                "both|504|0|<html>|UNKNOWN|ASK",
                "spot|500|-1001|Internal error; unable to process your request. Please try again.|UNKNOWN|ASK",
                "usdm|503|0|Unknown error, please check your request or try again later.|UNKNOWN|ASK",
                "spot|503|0|Unknown error, please check your request or try again later.|UNKNOWN|ASK",
                "usdm|503|0|Service Unavailable.|NOT_DONE|BACK_OFF",
                "spot|503|0|Service Unavailable.|UNKNOWN|ASK",
                "usdm|503|-1001|Internal error; unable to process your request. Please try again.|NOT_DONE|VERIFY_THEN_RESEND",
                "usdm|503|-1008|Request throttled by system-level protection.|NOT_DONE|BACK_OFF",
                "spot|503|-1008|Server is currently overloaded|NOT_DONE|VERIFY_THEN_RESEND",
                "both|503|-1016|This service is no longer available.|NOT_DONE|RECONNECT",
                "both|429|-1003|Too many requests|NOT_DONE|STOP_REQUESTS",
                "both|418|-1003|Way too much request weight used; IP banned|NOT_DONE|STOP_REQUESTS",
                "both|418|0|-|NOT_DONE|STOP_REQUESTS",
                "both|429|0|-|NOT_DONE|STOP_REQUESTS",
                "both|429|-1015|Too many new orders|NOT_DONE|WAIT_FOR_WINDOW",
                "both|400|-1021|Timestamp for this request is outside of the recvWindow.|NOT_DONE|RESYNC_CLOCK",
                "usdm|400|-5028|Timestamp for this request is outside of the ME recvWindow|NOT_DONE|RESYNC_CLOCK",
                "both|400|-1022|Signature for this request is not valid.|NOT_DONE|HALT",
                "both|401|-2014|API-key format invalid.|NOT_DONE|HALT",
                "both|401|-2015|Invalid API-key, IP, or permissions for action.|NOT_DONE|HALT",
                "both|401|-1002|You are not authorized to execute this request.|NOT_DONE|HALT",
                "spot|400|-1013|Filter failure: LOT_SIZE|NOT_DONE|REFRESH_RULES",
                "both|400|-1100|Illegal characters found in a parameter.|NOT_DONE|REFRESH_RULES",
                "both|400|-1111|Precision is over the maximum defined for this asset.|NOT_DONE|REFRESH_RULES",
                "both|400|-1130|Invalid data sent for a parameter.|NOT_DONE|REFRESH_RULES",
                "usdm|400|-4001|Price less than 0.|NOT_DONE|REFRESH_RULES",
                "usdm|400|-4016|Price is higher than mark price multiplier cap.|NOT_DONE|REFRESH_RULES",
                "usdm|400|-4024|Limit price can't be lower|NOT_DONE|REFRESH_RULES",
                "usdm|400|-4031|-|NOT_DONE|REFRESH_RULES",
                "usdm|400|-4164|Order's notional must be no smaller than|NOT_DONE|REFRESH_RULES",
                "usdm|400|-4131|The counterparty's best price does not meet the PERCENT_PRICE filter limit|NOT_DONE|REFRESH_RULES",
                "both|400|-2010|Account has insufficient balance for requested action.|NOT_DONE|NONE",
                "both|400|-2010|Order would immediately match and take.|NOT_DONE|NONE",
                "both|400|-2010|Market is closed.|NOT_DONE|NONE",
                "both|400|-2010|Duplicate order sent.|EXISTS|ASK",
                "both|400|-1010|-|NOT_DONE|NONE",
                "usdm|400|-4116|ClientOrderId is duplicated.|EXISTS|ASK",
                "both|400|-2011|Unknown order sent.|NOT_OPEN|ASK",
                "spot|400|-2011|Order was not canceled due to cancel restrictions.|UNCHANGED|NONE",
                "both|400|-2013|Order does not exist.|NOT_FOUND|ASK",
                "usdm|400|-2018|Balance is insufficient.|NOT_DONE|RESYNC_ACCOUNT",
                "usdm|400|-2019|Margin is insufficient.|NOT_DONE|RESYNC_ACCOUNT",
                "usdm|400|-2024|Position is not sufficient.|NOT_DONE|RESYNC_ACCOUNT",
                "usdm|400|-2027|Exceeded the maximum allowable position at current leverage.|NOT_DONE|RESYNC_ACCOUNT",
                "spot|409|-2021|Order cancel-replace partially failed.|IN_BODY|READ_BODY",
                "spot|400|-2022|Order cancel-replace failed.|IN_BODY|READ_BODY",
                "usdm|400|-2021|Order would immediately trigger.|NOT_DONE|NONE",
                "usdm|400|-2022|ReduceOnly Order is rejected.|NOT_DONE|RESYNC_ACCOUNT",
                "usdm|400|-4118|ReduceOnly Order Failed.|NOT_DONE|RESYNC_ACCOUNT",
                "usdm|400|-2023|User in liquidation mode now.|NOT_DONE|HALT",
                "usdm|400|-2025|Reach max open order limit.|NOT_DONE|FREE_ORDERS",
                "usdm|400|-4045|Reach max stop order limit.|NOT_DONE|FREE_ORDERS",
                "spot|400|-2026|Order was canceled or expired with no executed qty over 90 days ago and has been archived.|UNCHANGED|NONE",
                "spot|400|-2038|Filter failure: MAX_NUM_ORDER_AMENDS|UNCHANGED|NONE",
                "spot|400|-2039|-|UNCHANGED|NONE",
                "usdm|400|-4059|No need to change position side.|UNCHANGED|NONE",
                "usdm|400|-4046|No need to change margin type.|UNCHANGED|NONE",
                "usdm|400|-4061|Order's position side does not match user's setting.|NOT_DONE|RESYNC_ACCOUNT",
                "usdm|400|-4067|-|UNCHANGED|NONE",
                "usdm|400|-4068|-|UNCHANGED|NONE",
                "usdm|400|-4531|-|UNCHANGED|NONE",
                "usdm|400|-4087|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4088|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4105|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4107|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4189|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4192|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4400|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4401|-|NOT_DONE|REDUCE_ONLY",
                "usdm|400|-4120|Order type not supported for this endpoint.|NOT_DONE|USE_ALGO_SERVICE",
                "usdm|400|-5021|Due to the order could not be filled immediately, the FOK order has been rejected.|NOT_DONE|NONE",
                "usdm|400|-5022|Due to the order could not be executed as maker, the Post Only order will be rejected.|NOT_DONE|NONE",
                "usdm|400|-5041|-|NOT_DONE|NONE",
                "usdm|400|-5024|-|UNCHANGED|ASK",
                "usdm|400|-5027|No need to modify the order.|UNCHANGED|ASK",
                "usdm|400|-5029|-|UNCHANGED|ASK",
                "usdm|400|-5043|-|UNCHANGED|ASK",
                "both|400|-1125|This listenKey does not exist.|UNCHANGED|RENEW_LISTEN_KEY",
                "spot|400|-2035|-|UNCHANGED|NONE",
                "spot|400|-2036|-|UNCHANGED|NONE",
                "spot|400|-2042|-|UNCHANGED|RECONNECT",
                "both|403|0|<html>|UNKNOWN|HALT",
                "both|400|-999999|a code of tomorrow|UNKNOWN|ASK",
                "spot|400|-4164|not a code of spot|UNKNOWN|ASK"
            })
    void shouldSayWhatBecameOfTheOrderAndWhatToDo(
            String products, int status, int code, String text, OrderFate fate, Recovery recovery) {
        byte[] message = (text == null ? "" : text).getBytes(US_ASCII);
        for (Product product : Product.values()) {
            if (products.equals("both") || product.name().equalsIgnoreCase(products)) {
                ErrorTable.Rule rule = ErrorTable.find(product, status, code, message, 0, message.length);

                assertThat(rule.fate()).as(product.name()).isEqualTo(fate);
                assertThat(rule.recovery()).as(product.name()).isEqualTo(recovery);
            }
        }
    }

    @Test
    void shouldNeverTakeAServerErrorWithoutAKnownCodeForARefusal() {
        for (Product product : Product.values()) {
            for (int status = 500; status < 600; status++) {
                ErrorTable.Rule rule = ErrorTable.find(product, status, 0, new byte[0], 0, 0);

                assertThat(rule.fate()).isEqualTo(OrderFate.UNKNOWN);
            }
        }
    }

    @Test
    void shouldAnswerForEveryCode() {
        for (Product product : Product.values()) {
            for (int code = -10_000; code <= 0; code++) {
                assertThat(ErrorTable.find(product, 400, code, new byte[0], 0, 0))
                        .isNotNull();
            }
        }
    }
}
