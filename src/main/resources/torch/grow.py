def growth_at(step):
    """Number of stages that have come in at a step, with the share of the one that fades in (Karras et al. 2018,
    1710.10196)."""
    if step <= STEADY:
        return 0
    complete, faded = divmod(step - STEADY - 1, STEADY + FADE)
    return complete + min(1, (faded + 1) / max(1, FADE)) if complete < STAGES else STAGES


def begins_stage(step):
    """Whether a stage takes part for the first time in a step."""
    complete, faded = divmod(step - STEADY - 1, STEADY + FADE)
    return step > STEADY and faded == 0 and complete < STAGES


def blend(old, new, share):
    """A stage as it fades in."""
    return (1 - share) * old + share * new


def as_grown(pictures, growth):
    """Images with the pixels of the stage that has come in, blended with those of the one that fades in."""
    stage = int(growth)
    coarse = pixelated(pictures, FACTORS[stage])
    if stage == growth:
        return coarse
    return blend(coarse, pixelated(pictures, FACTORS[stage + 1]), growth - stage)


def pixelated(pictures, factor):
    """Each square of pixels with its mean."""
    if factor == 1:
        return pictures
    return F.interpolate(F.avg_pool2d(pictures, factor), scale_factor=factor, mode="nearest")
