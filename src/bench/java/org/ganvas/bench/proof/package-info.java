/** Proofs of presets, objectives, doctor and inversion against published figures. Run by the profile {@code prove}. */
package org.ganvas.bench.proof;
