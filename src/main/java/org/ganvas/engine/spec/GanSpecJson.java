package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/** Reader and writer of specs as JSON. Types are names from fixed lists, so a file can never name a class. Any thread. */
public final class GanSpecJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            // Only record components are written, not derived values.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(new AbsentDefaultIntrospector())
            .injectableValues(new AbsentDefaults())
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxStringLength(1 << 20)
                        .build());
    }

    private GanSpecJson() {}

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A spec that cannot be written: " + value.getClass(), e);
        }
    }

    /**
     * A record from JSON.
     *
     * @throws SpecException if the text is no such JSON or its values do not fit
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof SpecException cause) {
                throw cause;
            }
            throw new SpecException(Message.of("engine.spec.json.unreadable", e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new SpecException(Message.of("engine.spec.json.unreadable", e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new SpecException(Message.of("engine.spec.json.unreadable", String.valueOf(e.getMessage())), e);
        }
    }

    /** Jackson's view of {@link AbsentDefault}: a value that is injected where the file has none. */
    private static final class AbsentDefaultIntrospector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JacksonInject.Value findInjectableValue(AnnotatedMember member) {
            AbsentDefault absent = member.getAnnotation(AbsentDefault.class);
            return absent == null ? super.findInjectableValue(member) : JacksonInject.Value.forId(absent.value());
        }
    }

    private static final class AbsentDefaults extends InjectableValues {
        @Override
        public Object findInjectableValue(
                Object json, DeserializationContext context, BeanProperty component, Object instance)
                throws JsonMappingException {
            try (JsonParser parser = context.getParser().getCodec().getFactory().createParser((String) json)) {
                parser.nextToken();
                return context.readValue(parser, component.getType());
            } catch (IOException e) {
                throw JsonMappingException.from(context, "No default of that type: " + json, e);
            }
        }
    }
}
