// Loaded before everything else (LD_PRELOAD), it counts calls of dlopen that are made inside of dl_iterate_phdr: each one
// takes the two locks of the dynamic loader in the wrong order. Prints the count when the process ends.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stdio.h>

typedef int (*Callback)(struct dl_phdr_info *, size_t, void *);

static __thread int inside;
static long opened_inside;
static long opened;

int dl_iterate_phdr(Callback callback, void *data) {
    static int (*next)(Callback, void *);
    if (!next) {
        next = (int (*)(Callback, void *)) dlsym(RTLD_NEXT, "dl_iterate_phdr");
    }
    inside++;
    int result = next(callback, data);
    inside--;
    return result;
}

void *dlopen(const char *name, int flags) {
    static void *(*next)(const char *, int);
    if (!next) {
        next = (void *(*)(const char *, int)) dlsym(RTLD_NEXT, "dlopen");
    }
    __sync_fetch_and_add(inside ? &opened_inside : &opened, 1);
    return next(name, flags);
}

__attribute__((destructor)) static void print(void) {
    fprintf(stderr, "lock-order: %ld in order, %ld inside\n", opened, opened_inside);
}
