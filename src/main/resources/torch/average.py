def follow(average, network, update):
    """The exponential moving average of weights and running statistics, which soon forgets its random start."""
    decay = min(AVERAGE_DECAY, (1 + update) / (10 + update))
    with torch.no_grad():
        for mean, now in zip(average.state_dict().values(), network.state_dict().values()):
            if mean.is_floating_point():
                mean.lerp_(now, 1 - decay)
