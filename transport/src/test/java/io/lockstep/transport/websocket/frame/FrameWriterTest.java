package io.lockstep.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import java.util.Arrays;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 125, 126, 127, 1_000, 65_535, 65_536, 100_001})
    void shouldWriteWhatAServerUnmasksToThePayload(int length) {
        Random random = new Random(length);
        byte[] payload = new byte[length + 3];
        random.nextBytes(payload);
        ByteBuf out = Unpooled.buffer();

        FrameWriter.write(out, OpCode.BINARY, random.nextInt(), new UnsafeBuffer(payload), 3, length);

        assertThat(nettyServerReads(out)).isEqualTo(Arrays.copyOfRange(payload, 3, payload.length));
    }

    private static byte[] nettyServerReads(ByteBuf bytes) {
        EmbeddedChannel server = new EmbeddedChannel(new WebSocket13FrameDecoder(true, false, 1 << 20));
        server.writeInbound(bytes);
        BinaryWebSocketFrame frame = server.readInbound();
        byte[] content = ByteBufUtil.getBytes(frame.content());
        frame.release();
        server.finishAndReleaseAll();
        return content;
    }
}
