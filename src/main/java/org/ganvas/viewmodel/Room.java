package org.ganvas.viewmodel;

/** The rooms of the window, in the order of their keys. */
public enum Room {
    TRAIN,
    EXPLORE
}
