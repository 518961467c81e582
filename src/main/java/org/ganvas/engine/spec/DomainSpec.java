package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;

/**
 * One of the two sets of images between which an unpaired translation goes. Its JSON has a type name from the fixed list
 * below. Immutable, any thread.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DomainSpec.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = DomainSpec.OfClass.class, name = "class"),
    @JsonSubTypes.Type(value = DomainSpec.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = DomainSpec.Partner.class, name = "partner")
})
public sealed interface DomainSpec {

    /** @throws SpecException if the domain is none of images of that shape */
    default void requireFits(ImageShape image) {}

    /** @throws SpecException if the data has no such images */
    default void requireFits(Dataset data) {}

    /** All images of the data. */
    record Whole() implements DomainSpec {}

    /**
     * Images of one class of the data.
     *
     * @param label index of the class, from 0
     */
    record OfClass(int label) implements DomainSpec {
        public OfClass {
            SpecException.require(label >= 0, "engine.spec.domain.label", label);
        }

        @Override
        public void requireFits(Dataset data) {
            boolean found = false;
            for (int i = 0; i < data.size() && label < data.classCount() && !found; i++) {
                found = data.label(i) == label;
            }
            SpecException.require(
                    found, "engine.spec.domain.emptyClass", data.name(), label, Math.max(0, data.classCount()));
        }
    }

    /**
     * Images of the data, changed.
     *
     * @param by the change; one that leaves the image's shape as it is
     */
    record Changed(ConditionSpec by) implements DomainSpec {
        @Override
        public void requireFits(ImageShape image) {
            SpecException.require(by.ofImage(), "engine.spec.domain.partnerIsNoChange");
            LayerShape shape = by.shape(image);
            SpecException.require(
                    shape.equals(LayerShape.of(image)),
                    "engine.spec.domain.shape",
                    by.message(),
                    shape,
                    LayerShape.of(image));
        }
    }

    /** The second set of images that the data brings. */
    record Partner() implements DomainSpec {
        @Override
        public void requireFits(Dataset data) {
            TranslationSpecRules.requireInputs(data, false);
        }
    }
}
