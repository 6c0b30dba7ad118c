/* as: shared/base/one.h
 * one.h - is as it should be */
#ifndef ONE_H
#define ONE_H
#endif
===== as: shared/base/two.h BAD
int two(void);
===== as: shared/base/three.h BAD
#ifndef THREE_H
#define THREE_H 
#endif
