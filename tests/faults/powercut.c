/*
 * A power cut for one program, loaded with LD_PRELOAD: beside the folder CUT_REAL it keeps CUT_KEPT, which holds of
 * every file only what the program had asked the disk to keep (fsync, fdatasync) when it last asked. After the
 * program is killed, CUT_KEPT is what a machine without power would find.
 *
 * Renames and removals are taken as kept at once, as journaling file systems nearly do. A file that was renamed
 * without ever having been synced is not kept under its new name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *real_root, *kept_root;
static size_t real_length;
static int (*next_fsync)(int), (*next_fdatasync)(int), (*next_unlink)(const char *);
static int (*next_unlinkat)(int, const char *, int);
static int (*next_rename)(const char *, const char *);
static int (*next_renameat)(int, const char *, int, const char *);
static int (*next_renameat2)(int, const char *, int, const char *, unsigned);

__attribute__((constructor)) static void look_up(void) {
  real_root = getenv("CUT_REAL");
  kept_root = getenv("CUT_KEPT");
  real_length = real_root ? strlen(real_root) : 0;
  next_fsync = dlsym(RTLD_NEXT, "fsync");
  next_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  next_unlink = dlsym(RTLD_NEXT, "unlink");
  next_unlinkat = dlsym(RTLD_NEXT, "unlinkat");
  next_rename = dlsym(RTLD_NEXT, "rename");
  next_renameat = dlsym(RTLD_NEXT, "renameat");
  next_renameat2 = dlsym(RTLD_NEXT, "renameat2");
}

/* The kept twin of a path, or 0 where the path is not in the watched folder. */
static int twin_of(const char *path, char *twin) {
  if (!real_root || !kept_root || strncmp(path, real_root, real_length) != 0) return 0;
  if (path[real_length] != '/') return 0;
  return snprintf(twin, PATH_MAX, "%s%s", kept_root, path + real_length) < PATH_MAX;
}

/* The twin of a path that is given relative to an open folder. */
static int twin_at(int folder, const char *path, char *twin) {
  if (path[0] == '/') return twin_of(path, twin);
  char link[64], base[PATH_MAX], whole[PATH_MAX * 2];
  if (folder == AT_FDCWD) {
    if (!getcwd(base, sizeof base)) return 0;
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = 0;
  }
  snprintf(whole, sizeof whole, "%s/%s", base, path);
  return twin_of(whole, twin);
}

static void make_folders(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0755);
    *slash = '/';
  }
}

/* Keeps what is in a file now. The copy appears in one step, so that a kill never leaves half of it. */
static void keep(int file) {
  int saved = errno;
  char link[64], path[PATH_MAX], twin[PATH_MAX], part[PATH_MAX + 64], block[1 << 16];
  struct stat about;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length > 0) {
    path[length] = 0;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && twin_of(path, twin)) {
      make_folders(twin);
      snprintf(part, sizeof part, "%s.cut-%d-%d", twin, (int)getpid(), file);
      int from = open(path, O_RDONLY | O_CLOEXEC);
      int to = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
      int whole = from >= 0 && to >= 0;
      ssize_t got;
      while (whole && (got = read(from, block, sizeof block)) > 0) whole = write(to, block, got) == got;
      if (from >= 0) close(from);
      if (to >= 0) close(to);
      if (whole) next_rename(part, twin);
      else next_unlink(part);
    }
  }
  errno = saved;
}

static void moved(int named, const char *from, const char *to) {
  int saved = errno;
  if (named) next_rename(from, to);
  errno = saved;
}

int fsync(int file) {
  int result = next_fsync(file);
  if (result == 0) keep(file);
  return result;
}

int fdatasync(int file) {
  int result = next_fdatasync(file);
  if (result == 0) keep(file);
  return result;
}

int rename(const char *from, const char *to) {
  char a[PATH_MAX], b[PATH_MAX];
  int watched = twin_at(AT_FDCWD, from, a) && twin_at(AT_FDCWD, to, b);
  int result = next_rename(from, to);
  if (result == 0) moved(watched, a, b);
  return result;
}

int renameat(int old, const char *from, int new, const char *to) {
  char a[PATH_MAX], b[PATH_MAX];
  int watched = twin_at(old, from, a) && twin_at(new, to, b);
  int result = next_renameat(old, from, new, to);
  if (result == 0) moved(watched, a, b);
  return result;
}

int renameat2(int old, const char *from, int new, const char *to, unsigned flags) {
  char a[PATH_MAX], b[PATH_MAX];
  int watched = twin_at(old, from, a) && twin_at(new, to, b);
  int result = next_renameat2(old, from, new, to, flags);
  if (result == 0) moved(watched, a, b);
  return result;
}

int unlink(const char *path) {
  char twin[PATH_MAX];
  int watched = twin_at(AT_FDCWD, path, twin);
  int result = next_unlink(path);
  int saved = errno;
  if (result == 0 && watched) next_unlink(twin);
  errno = saved;
  return result;
}

int unlinkat(int folder, const char *path, int flags) {
  char twin[PATH_MAX];
  int watched = !(flags & AT_REMOVEDIR) && twin_at(folder, path, twin);
  int result = next_unlinkat(folder, path, flags);
  int saved = errno;
  if (result == 0 && watched) next_unlink(twin);
  errno = saved;
  return result;
}
